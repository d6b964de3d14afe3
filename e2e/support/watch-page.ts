import type { Page } from '@playwright/test'
import { escapeRegExp } from './escape-reg-exp.ts'

/** Origins that a page may ask, and what of it is expected to fail. */
interface Allowed {
  readonly app: string
  /** A host of models and pictures. What it refuses Chromium writes down as an error; the app says so itself. */
  readonly hub: string
  /** Where that host redirects to for large files. */
  readonly content: string
}

/**
 * Writes down everything that a page should not do: errors in its console, exceptions that no one caught, requests
 * to any other origin (workers' requests count as well), violations of the security policy.
 * @returns the list, which grows.
 */
export const watchPage = (page: Page, { app, hub, content }: Allowed): readonly string[] => {
  const complaints: string[] = []
  page.on('console', (message) => {
    const refusedByHub =
      /^(Failed to load resource|Access to fetch at)/.test(message.text()) &&
      [hub, content].some((host) => `${message.text()} ${message.location().url}`.includes(`${host}/`))
    // An answer of the hosted APIs with a status; the test looks at it itself.
    const refusedByApi =
      message.text().startsWith('Failed to load resource: the server responded with a status') &&
      new RegExp(`^${escapeRegExp(app)}/taglens/((api|clip|infer)\\b|[\\w-]+/[\\w-]+(\\?|$))`).test(
        message.location().url,
      )
    if (message.type() === 'error' && !refusedByHub && !refusedByApi)
      complaints.push(`console: ${message.text()}`)
  })
  // Sent before the page is opened, as commands are answered in order.
  void page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      console.error(`policy violated: ${effectiveDirective} by ${blockedURI}`)
    })
  })
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`))
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url())
    const isLocal = protocol === 'data:' || protocol === 'blob:'
    if (!isLocal && ![app, hub, content].includes(origin))
      complaints.push(`request to another origin: ${request.url()}`)
  })
  return complaints
}
