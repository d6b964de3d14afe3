/** The part of Trusted Types that the app uses; TypeScript's DOM library does not know them yet. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string | null }): unknown
}

/**
 * Lets workers and the service worker be started from files of the app itself, and nothing else: under
 * `require-trusted-types-for 'script'` every other way to turn a text into markup or code is refused.
 *
 * It is the default policy, since Vite finds workers by the literal `new Worker(new URL('…', import.meta.url))`,
 * which leaves no room for a policy by name (ADR 15). Browsers without Trusted Types ignore both.
 * @param base address of the app's folder.
 */
export const trustOwnScripts = (base: string): void => {
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes }
  trustedTypes?.createPolicy('default', {
    createScriptURL: (url) => (new URL(url, base).href.startsWith(base) ? url : null),
  })
}
