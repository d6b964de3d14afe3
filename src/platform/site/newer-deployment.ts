/** Address of the script that a page of ours begins with, as the page has it; `null` where it has none. */
const entryOf = (page: Document): string | null =>
  page.querySelector('script[type="module"][src]')?.getAttribute('src') ?? null

/**
 * Whether the host has another build than the one that this page is of, so that parts of this one are gone. Asks past
 * the HTTP cache. `false` too where there is no answer, or one that is no page of ours.
 */
export const findsNewerDeployment = async (): Promise<boolean> => {
  try {
    const response = await fetch(new URL('./', document.baseURI), { cache: 'no-store' })
    if (!response.ok) return false
    const entry = entryOf(new DOMParser().parseFromString(await response.text(), 'text/html'))
    return entry !== null && entry !== entryOf(document)
  } catch {
    return false
  }
}
