import type { Plugin } from 'vite'

const ENTRY = '<script type="module" '

/**
 * Lets the first frame wait for the page's script, where a browser can: it is of the chosen theme then, and the old
 * page stands in a navigation to itself (`src/platform/site/open-again.ts`). Vite drops the attribute where it is
 * written in `index.html`.
 */
export const firstFrame = (): Plugin => ({
  name: 'taglens:first-frame',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (html) => {
      if (!html.includes(ENTRY)) throw new Error(`index.html has no ${ENTRY} to wait for.`)
      return html.replace(ENTRY, `${ENTRY}blocking="render" `)
    },
  },
})
