import { isJsonObject } from '../json-object'
import { LONGEST_LABEL } from '../site/links/label-list'
import { done } from '../errors/outcome'
import type { HostedPicture, HostedSubject, HostedWork } from './hosted-work'
import { MOST_ITEMS } from './hosted-route'
import { invalid, type ReadOutcome } from './read-outcome'
import { isPictureAddress } from '../site/links/picture-address'

const DATA_URL = /^data:[^,]{0,200};base64,/i
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/

/** Base64 of either alphabet, with or without a `data:` prefix and line ends. */
export const readBase64 = (text: string, where: string): ReadOutcome<HostedPicture> => {
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

/** An address that a picture is fetched from. */
export const readUrl = (text: string, where: string): ReadOutcome<HostedPicture> =>
  isPictureAddress(text)
    ? done({ kind: 'url', url: text })
    : invalid(`${where} is not an http(s) address without a user name.`)

/** Whether JSON is a picture as Roboflow writes one: `{"type": ..., "value": ...}`. */
const looksLikePicture = (json: unknown): boolean =>
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

/** Reads each, in order; the first that is wrong ends it. */
export const readAll = <T>(
  items: readonly unknown[],
  where: string,
  read: (item: unknown, where: string) => ReadOutcome<T>,
): ReadOutcome<readonly T[]> => {
  if (items.length === 0) return invalid(`${where} is empty.`)
  if (items.length > MOST_ITEMS) return invalid(`${where} holds more than ${MOST_ITEMS}.`)
  const values: T[] = []
  for (const [i, item] of items.entries()) {
    const outcome = read(item, items.length === 1 ? where : `${where} ${i + 1}`)
    if (outcome.kind !== 'done') return outcome
    values.push(outcome.value)
  }
  return done(values)
}

const readText = (json: unknown, where: string): ReadOutcome<string> => {
  if (typeof json !== 'string') return invalid(`${where} is not a text.`)
  if (json.trim() === '') return invalid(`${where} is empty.`)
  return json.length > LONGEST_LABEL
    ? invalid(`${where} has more than ${LONGEST_LABEL} characters.`)
    : done(json)
}

const readSubject =
  (type: 'image' | 'text') =>
  (json: unknown, where: string): ReadOutcome<HostedSubject> => {
    if (type === 'text') {
      const text = readText(json, where)
      return text.kind === 'done' ? done({ kind: 'text', text: text.value }) : text
    }
    const picture = readPictureJson(json, where)
    return picture.kind === 'done' ? done({ kind: 'picture', picture: picture.value }) : picture
  }

/** `subject_type` and `prompt_type`, with what stands for none. */
const readType = (json: unknown, name: string, usual: 'image' | 'text'): ReadOutcome<'image' | 'text'> => {
  if (json === undefined || json === null) return done(usual)
  return json === 'image' || json === 'text' ? done(json) : invalid(`${name} is image or text.`)
}

/** A body of JSON that is an object. */
export const parseObject = (text: string): ReadOutcome<Readonly<Record<string, unknown>>> => {
  try {
    const json: unknown = JSON.parse(text)
    return isJsonObject(json) ? done(json) : invalid('The body is not a JSON object.')
  } catch {
    return invalid('The body is not JSON.')
  }
}

/** `prompt` in its four shapes: one or a list of them, or an object of names. */
const readPrompts = (
  json: unknown,
  type: 'image' | 'text',
): ReadOutcome<{ readonly prompts: readonly HostedSubject[]; readonly names: readonly string[] | null }> => {
  const named = isJsonObject(json) && !(type === 'image' && looksLikePicture(json)) ? json : null
  const items: readonly unknown[] = named ? Object.values(named) : Array.isArray(json) ? json : [json]
  const prompts = readAll(items, 'prompt', readSubject(type))
  return prompts.kind === 'done'
    ? done({ prompts: prompts.value, names: named && Object.keys(named) })
    : prompts
}

/** Reads the body of `/clip/compare`. */
export const readComparison = (body: string): ReadOutcome<HostedWork> => {
  const parsed = parseObject(body)
  if (parsed.kind !== 'done') return parsed
  const { subject, subject_type, prompt, prompt_type } = parsed.value
  const subjectType = readType(subject_type, 'subject_type', 'image')
  if (subjectType.kind !== 'done') return subjectType
  const promptType = readType(prompt_type, 'prompt_type', 'text')
  if (promptType.kind !== 'done') return promptType
  const left = readSubject(subjectType.value)(subject, 'subject')
  if (left.kind !== 'done') return left
  const right = readPrompts(prompt, promptType.value)
  return right.kind === 'done' ? done({ kind: 'compare', subject: left.value, ...right.value }) : right
}

/** Reads the body of `/clip/embed_image`: one picture or a list of them. */
export const readImagesToEmbed = (body: string): ReadOutcome<HostedWork> => {
  const parsed = parseObject(body)
  if (parsed.kind !== 'done') return parsed
  const { image } = parsed.value
  const pictures = readAll<HostedPicture>(Array.isArray(image) ? image : [image], 'image', readPictureJson)
  return pictures.kind === 'done' ? done({ kind: 'embed-image', pictures: pictures.value }) : pictures
}

/** Reads the body of `/clip/embed_text`: one text or a list of them. */
export const readTextsToEmbed = (body: string): ReadOutcome<HostedWork> => {
  const parsed = parseObject(body)
  if (parsed.kind !== 'done') return parsed
  const { text } = parsed.value
  const texts = readAll(Array.isArray(text) ? text : [text], 'text', readText)
  return texts.kind === 'done' ? done({ kind: 'embed-text', texts: texts.value }) : texts
}
