/** Blocks this worker's thread for ever. Only the page can end it, by ending the worker. */
export const hang = (): Promise<void> => {
  const never = new Int32Array(new ArrayBuffer(4))
  for (;;) if (never[0] !== 0) return Promise.resolve()
}
