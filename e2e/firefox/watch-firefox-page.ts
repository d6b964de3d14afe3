import type { Page } from 'puppeteer-core'

/**
 * Writes down what a page should not do: errors in its console, exceptions that no one caught, violations of the
 * security policy, requests to other origins (workers' count as well).
 * @param complaints the list, which grows.
 */
export const watchFirefoxPage = async (
  page: Page,
  allowed: readonly string[],
  complaints: string[],
): Promise<void> => {
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => complaints.push(`uncaught: ${String(error)}`))
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url())
    const isLocal = protocol === 'data:' || protocol === 'blob:'
    if (!isLocal && !allowed.includes(origin)) complaints.push(`request to another origin: ${request.url()}`)
  })
  await page.evaluateOnNewDocument(() => {
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      console.error(`policy violated: ${effectiveDirective} by ${blockedURI}`)
    })
  })
}
