import { done } from '../errors/outcome'
import type { HostedPicture, HostedWork } from './hosted-work'
import type { RequestParameters } from './read-classification'
import { parseObject, readAll, readBase64, readPictureJson, readUrl } from './read-comparison'
import { invalid, type ReadOutcome } from './read-outcome'

/** Roboflow's two services count it to 1 and to 100: what is above 1 is percent. */
const readConfidence = (given: unknown): ReadOutcome<number | null> => {
  if (given === undefined || given === null || given === '') return done(null)
  const value = typeof given === 'string' ? Number(given) : given
  return typeof value === 'number' && value >= 0 && value <= 100
    ? done(value > 1 ? value / 100 : value)
    : invalid('confidence is not a number from 0 to 1, or of percent.')
}

const readPicture = (
  address: string | undefined,
  hasImage: boolean,
  text: string,
): ReadOutcome<HostedPicture> => {
  if (hasImage) return done({ kind: 'body' })
  if (address !== undefined) return readUrl(address.trim(), 'image')
  return text.trim() === ''
    ? invalid('A picture is missing: send it in base64 or as the form field file, or name it by image.')
    : readBase64(text, 'The body')
}

/**
 * Reads what `/{classifier}/{version}` is asked: a picture as base64 in the body, as the file `file` of a form, or by
 * its address in `image`.
 */
export const readTrained = (
  [classifier, version]: readonly [classifier: string, version: string],
  parameters: RequestParameters,
  hasImage: boolean,
  text: string,
): ReadOutcome<HostedWork> => {
  const first = (name: string) => parameters.find(([key]) => key === name)?.[1]
  const picture = readPicture(first('image'), hasImage, text)
  if (picture.kind !== 'done') return picture
  const confidence = readConfidence(first('confidence'))
  if (confidence.kind !== 'done') return confidence
  const pictures = [picture.value]
  return done({
    ...{ kind: 'trained', classifier, version, pictures, isList: false, confidence: confidence.value },
  })
}

const MODEL_ID = /^([\w-]+)\/([\w-]+)$/

/** Reads the body of `/infer/classification`; its other fields are taken for what the service would do with them. */
export const readInference = (body: string): ReadOutcome<HostedWork> => {
  const parsed = parseObject(body)
  if (parsed.kind !== 'done') return parsed
  const { model_id, image } = parsed.value
  const [, classifier, version] = typeof model_id === 'string' ? (MODEL_ID.exec(model_id) ?? []) : []
  if (classifier === undefined || version === undefined)
    return invalid('model_id is not a classifier and its version, such as mine/latest.')
  const isList = Array.isArray(image)
  const pictures = readAll<HostedPicture>(isList ? image : [image], 'image', readPictureJson)
  if (pictures.kind !== 'done') return pictures
  const confidence = readConfidence(parsed.value.confidence)
  if (confidence.kind !== 'done') return confidence
  return done({
    ...{ kind: 'trained', classifier, version, pictures: pictures.value, isList },
    confidence: confidence.value,
  })
}
