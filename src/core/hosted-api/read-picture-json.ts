import { isJsonObject } from '../json-object'
import { isPictureAddress } from '../site/links/picture-address'
import { done } from '../errors/outcome'
import type { HostedPicture } from './hosted-work'
import { invalid, type ReadOutcome } from './read-outcome'

const DATA_URL = /^data:[^,]{0,200};base64,/i
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/

/** Base64 of either alphabet, with or without a `data:` prefix and line ends. */
const readBase64 = (text: string, where: string): ReadOutcome<HostedPicture> => {
  const base64 = text
    .replace(DATA_URL, '')
    .replaceAll(/\s/g, '')
    .replaceAll('-', '+')
    .replaceAll('_', '/')
    .replace(/={1,2}$/, '')
  // Four letters make three bytes; one letter alone makes none.
  return BASE64.test(base64) && base64.length % 4 !== 1
    ? done({ kind: 'base64', base64 })
    : invalid(`${where} is not base64.`)
}

const readUrl = (text: string, where: string): ReadOutcome<HostedPicture> =>
  isPictureAddress(text)
    ? done({ kind: 'url', url: text })
    : invalid(`${where} is not an http(s) address without a user name.`)

/** Whether JSON is a picture as Roboflow writes one: `{"type": ..., "value": ...}`. */
export const looksLikePicture = (json: unknown): boolean =>
  isJsonObject(json) && typeof json.type === 'string' && typeof json.value === 'string'

/**
 * Reads a picture as Roboflow writes one: `{"type": "base64" | "url", "value": ...}`; a text alone is an address
 * if it begins like one, else base64.
 * @param where what to call it in an error.
 */
export const readPictureJson = (json: unknown, where: string): ReadOutcome<HostedPicture> => {
  if (typeof json === 'string') return /^https?:/i.test(json) ? readUrl(json, where) : readBase64(json, where)
  if (!isJsonObject(json) || typeof json.value !== 'string')
    return invalid(`${where} is not {"type": "base64" or "url", "value": text}.`)
  switch (json.type) {
    case 'base64':
      return readBase64(json.value, where)
    case 'url':
      return readUrl(json.value, where)
    default:
      return invalid(`The type of ${where} is base64 or url.`)
  }
}
