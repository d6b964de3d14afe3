/** What the browser would still take. A browser that does not tell is taken at its silence: a write will show. */
export const freeBytes = async (): Promise<number> => {
  try {
    const { quota = Infinity, usage = 0 } = await navigator.storage.estimate()
    return quota - usage
  } catch {
    return Infinity
  }
}
