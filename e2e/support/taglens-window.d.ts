import type { TaglensApi } from '../../src/api/taglens-api'

declare global {
  interface Window {
    /** Only on the app's page, once its scripts have run. */
    taglens: TaglensApi
    /** Put there before the page's own code: see `main.tsx`. */
    taglensTesting?: { readonly workers: number }
  }
}
