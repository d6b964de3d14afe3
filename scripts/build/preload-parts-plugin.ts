import path from 'node:path'
import type { Plugin } from 'vite'

/** Files that Vite's preload helper is told of for a part: its own too, which it leaves out where there is no other. */
export const wholePart = (
  file: string,
  others: readonly string[],
  { hostType }: { hostType: 'html' | 'js' },
) => (hostType === 'html' ? [...others] : [...new Set([file, ...others])])

/**
 * Puts `src/platform/site/preload-part.ts` in the place of what Vite runs before every `import()` of the page: see there
 * for why (ADR 20).
 */
export const preloadParts = (): Plugin => ({
  name: 'taglens:preload-parts',
  enforce: 'pre',
  apply: 'build',
  resolveId: {
    // Vite's own resolver takes ids that begin with a zero byte for resolved.
    filter: { id: /^\0vite\/preload-helper\.js$/ },
    handler: () => path.join(import.meta.dirname, '../../src/platform/site/preload-part.ts'),
  },
})
