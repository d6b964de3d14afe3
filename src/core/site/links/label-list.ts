/** More than anybody links to, less than an address line holds. */
export const MOST_LABELS = 1000
/** In characters. */
export const LONGEST_LABEL = 10_000
/** Of one `labels=` value, in characters. */
const LONGEST_LIST = 100_000

/**
 * Labels of one `labels=` value: commas part them, and CSV quotes keep a label together that holds one. One pass
 * without backtracking.
 */
const splitLabels = (value: string): readonly string[] => {
  const labels: string[] = []
  const part = /\s*(?:"((?:[^"]|"")*)"\s*(?=,|$)|([^,]*))(,|$)/y
  while (part.lastIndex <= value.length) {
    const [, quoted, bare, end] = part.exec(value) ?? []
    const label = (quoted?.replaceAll('""', '"') ?? bare ?? '').trim()
    if (label !== '') labels.push(label)
    if (end !== ',') break
  }
  return labels
}

/** What may be wrong with a list of labels, in words that go behind its name. */
export const labelsFaults = {
  'too-long': 'are too long',
  empty: 'are empty',
  'too-many': `are more than ${MOST_LABELS}`,
  'label-too-long': `hold one of more than ${LONGEST_LABEL} characters`,
} as const

/** Why a list of labels is refused. */
export type LabelsFault = keyof typeof labelsFaults

/** Labels of all `labels=` values in their order, or what is wrong with them. */
export const readLabels = (
  values: readonly string[],
): { readonly labels: readonly string[] } | { readonly fault: LabelsFault } => {
  if (values.some((value) => value.length > LONGEST_LIST)) return { fault: 'too-long' }
  const labels = values.flatMap(splitLabels)
  if (labels.length === 0) return { fault: 'empty' }
  if (labels.length > MOST_LABELS) return { fault: 'too-many' }
  return labels.some((label) => label.length > LONGEST_LABEL) ? { fault: 'label-too-long' } : { labels }
}
