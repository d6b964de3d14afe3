import { isPictureAddress } from '../site/links/picture-address'

/** Addresses of pictures in a text, and what is left of the text. */
export interface FoundAddresses {
  readonly addresses: readonly string[]
  readonly rest: string
}

/** A picture that is its own address, as pages give small ones. */
const isPictureData = (text: string): boolean => /^data:image\//i.test(text)

/** Whether a text is the address of a picture, or a picture that is its own address. */
export const isAddress = (text: string): boolean => isPictureData(text) || isPictureAddress(text)

/** What begins and ends like the address or path of a picture, which can be read or not. */
const PICTURE_PATH =
  /^(\w+:[\\/]|localhost\b|[^\s/@]+\.\w+\/)[^\s@]*\.(jpe?g|png|webp|gif|avif|svg|hei[cf])([?#]|$)/i

/**
 * Parts a text into addresses of pictures and the rest, which may be tags. No address is ever a tag: what a person
 * types or pastes as one is meant to be a picture. A comma after an address belongs to the list that it stands in.
 */
export const findAddresses = (text: string): FoundAddresses => {
  // Most texts are tags, and a list of ten thousand is not to be taken apart for nothing.
  if (!/[\\/]/.test(text)) return { addresses: [], rest: text }
  const addresses: string[] = []
  const rest = text.replace(/\S+/g, (word) => {
    const bare = word.replace(/[,;]+$/, '')
    if (!isAddress(bare) && !PICTURE_PATH.test(bare)) return word
    addresses.push(bare)
    return ''
  })
  return { addresses: [...new Set(addresses)], rest: addresses.length > 0 ? rest.trim() : text }
}

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
