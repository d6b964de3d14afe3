/** The inclusive byte range that a `Range` header asks for; `undefined` where it asks for none that we know. */
export const parseRange = (
  header: string | undefined,
  size: number,
): readonly [first: number, last: number] | undefined => {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? []
  if (from === '' && to === '') return undefined
  const first = from === '' ? Math.max(0, size - Number(to)) : Number(from)
  const last = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1)
  return first <= last ? [first, last] : undefined
}
