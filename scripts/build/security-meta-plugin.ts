import type { Plugin } from 'vite'
import { pagePolicy } from '../../src/core/site/response-headers.ts'

const CHARSET = '<meta charset="utf-8" />'

/**
 * Puts the page's policy into `index.html`, for hosts that send no headers and for the first load, before the
 * service worker does. Only in builds: the development server injects scripts and styles of its own.
 */
export const securityMeta = (): Plugin => ({
  name: 'taglens:security-meta',
  apply: 'build',
  transformIndexHtml: (html) => {
    if (!html.includes(CHARSET)) throw new Error(`index.html has no ${CHARSET} to put the policy behind.`)
    // Before anything that is loaded, since a policy does not reach back.
    return html.replace(
      CHARSET,
      () => `${CHARSET}
    <meta http-equiv="Content-Security-Policy" content="${pagePolicy}" />
    <meta name="referrer" content="no-referrer" />`,
    )
  },
})
