import type { BenchPage } from './site/bench-page.ts'

declare global {
  interface Window {
    /** Only on the bench's own page. */
    bench: BenchPage
  }
}
