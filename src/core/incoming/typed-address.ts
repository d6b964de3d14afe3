import { isAddress } from './find-addresses'

/** A host as people type it without a scheme: with a dot in it, or this machine. A mere word is none. */
const HOST_FIRST = /^([^\s/:?#]+\.[^\s/:?#]+|localhost)(:\d+)?([/?#]|$)/i

/** What a person types as the address of a picture, with the scheme that few type; `null` where it cannot be one. */
export const readTypedAddress = (text: string): string | null => {
  const typed = text.trim()
  // This machine mostly has no certificate.
  const scheme = /^localhost\b/i.test(typed) ? 'http' : 'https'
  const address = HOST_FIRST.test(typed) ? `${scheme}://${typed}` : typed
  return !/\s/.test(typed) && isAddress(address) ? address : null
}
