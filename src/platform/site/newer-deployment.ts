/** Address of the module that a page of ours begins with, as it is written there; `null` where it has none. */
const entryOf = (html: string): string | null => {
  const scripts = html.match(/<script\b[^>]*>/g) ?? []
  const entry = scripts.find((script) => script.includes('type="module"'))
  return /\ssrc="([^"]+)"/.exec(entry ?? '')?.[1] ?? null
}

/**
 * Whether the host has another build than the one that this page is of, so that parts of this one are gone. Asks past
 * the HTTP cache. `false` too where there is no answer, or one that is no page of ours.
 */
export const findsNewerDeployment = async (): Promise<boolean> => {
  try {
    const response = await fetch(new URL('./', document.baseURI), { cache: 'no-store' })
    if (!response.ok) return false
    // Read as text: the page's policy lets no parser make a document of what was fetched.
    const entry = entryOf(await response.text())
    const own = document.querySelector('script[type="module"][src]')?.getAttribute('src')
    return entry !== null && entry !== own
  } catch {
    return false
  }
}
