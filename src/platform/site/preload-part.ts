import { PART_MISSING } from '../../core/async/late'

/**
 * Fetches a script into the HTTP cache, where `import()` finds it. Not by a `link`: Chromium hands a failed preload to
 * what asks for the file next.
 */
const fetchScript = async (href: string): Promise<void> => {
  const response = await fetch(href)
  if (!response.ok)
    throw new Error(`Not loaded (${response.status}): ${href.slice(href.lastIndexOf('/') + 1)}`)
  await response.arrayBuffer()
}

const here = new Map<string, Promise<void>>()

const fetchOnce = (href: string): Promise<void> => {
  const known = here.get(href)
  if (known) return known
  const fetched = fetchScript(href).catch((error: unknown) => {
    here.delete(href)
    dispatchEvent(new Event(PART_MISSING))
    throw error
  })
  here.set(href, fetched)
  return fetched
}

/**
 * Runs `load`, an `import()`, once all of its files are here. Firefox keeps a failed import for as long as the page
 * lives, of a file that another imports too, so none may begin before its files are at hand; Chromium and Safari
 * gain that the files come side by side. The name is Vite's, which calls it in builds: see
 * `scripts/build/preload-parts-plugin.ts`.
 *
 * @param files relative to `importer`, the address of the script that imports.
 */
export const __vitePreload = async <T>(
  load: () => Promise<T>,
  files: readonly string[] = [],
  importer = document.baseURI,
): Promise<T> => {
  await Promise.all(files.map((file) => fetchOnce(new URL(file, importer).href)))
  return load()
}
