/**
 * Blocks this worker's thread for ever. Only the page can end it, by ending the worker. A thread that waits costs the
 * others nothing, but waits on shared memory, which a page that is not isolated has none of: there it goes round.
 */
export const hang = (): Promise<void> => {
  const isShared = 'SharedArrayBuffer' in globalThis
  const never = new Int32Array(isShared ? new SharedArrayBuffer(4) : new ArrayBuffer(4))
  if (isShared) Atomics.wait(never, 0, 0)
  for (;;) if (never[0] !== 0) return Promise.resolve()
}
