import { done } from '../errors/outcome'
import { isJsonObject } from '../json-object'
import { SLOT } from '../question/scoring/prompt'
import { labelsFaults, LONGEST_LABEL, MOST_LABELS } from '../site/links/label-list'
import type { HostedPicture, HostedWork } from './hosted-work'
import type { RequestParameters } from './read-classification'
import { parseObject, readBase64 } from './read-comparison'
import { invalid, type ReadOutcome } from './read-outcome'

/** What the pipelines of Transformers put before a label. */
const USUAL_TEMPLATE = 'This is a photo of {}.'

/** How many classes the task answers where it is not told. */
const USUAL_TOP_K = 5

/** `inputs`: base64, or an object with it in `image`, as their own client sends it. */
const readInputs = (inputs: unknown): ReadOutcome<HostedPicture> => {
  const base64 = isJsonObject(inputs) ? inputs.image : inputs
  return typeof base64 === 'string'
    ? readBase64(base64, 'inputs')
    : invalid('inputs is not a picture in base64.')
}

const parametersOf = ({
  parameters,
}: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  isJsonObject(parameters) ? parameters : {}

/** Reads the body of the task zero-shot-image-classification. */
export const readHuggingFaceZeroShot = (body: string): ReadOutcome<HostedWork> => {
  const parsed = parseObject(body)
  if (parsed.kind !== 'done') return parsed
  const picture = readInputs(parsed.value.inputs)
  if (picture.kind !== 'done') return picture
  const { candidate_labels: labels, hypothesis_template: given } = parametersOf(parsed.value)
  const isLabel = (label: unknown): label is string =>
    typeof label === 'string' && label.trim() !== '' && label.length <= LONGEST_LABEL
  if (!Array.isArray(labels) || labels.length === 0 || !labels.every(isLabel))
    return invalid('candidate_labels is not a list of texts.')
  if (labels.length > MOST_LABELS) return invalid(`candidate_labels ${labelsFaults['too-many']}.`)
  const template = given ?? USUAL_TEMPLATE
  return typeof template === 'string' && template.includes(SLOT)
    ? done({ kind: 'hf-zero-shot', picture: picture.value, labels, template })
    : invalid(`hypothesis_template is not a text with ${SLOT} in it.`)
}

const readTopK = (given: unknown): ReadOutcome<number> =>
  given === undefined || given === null
    ? done(USUAL_TOP_K)
    : typeof given === 'number' && Number.isInteger(given) && given > 0
      ? done(given)
      : invalid('top_k is not a whole number above 0.')

/**
 * Reads what the task image-classification is asked: a body that is the picture, or JSON with it in base64. `classifier`
 * in the query names one of the person's own.
 */
export const readHuggingFaceClasses = (
  query: RequestParameters,
  hasImage: boolean,
  text: string,
): ReadOutcome<HostedWork> => {
  const classifier = query.find(([name]) => name === 'classifier')?.[1] ?? null
  if (hasImage) return done({ kind: 'hf-classes', picture: { kind: 'body' }, classifier, topK: USUAL_TOP_K })
  const parsed = parseObject(text)
  if (parsed.kind !== 'done') return parsed
  const picture = readInputs(parsed.value.inputs)
  if (picture.kind !== 'done') return picture
  const topK = readTopK(parametersOf(parsed.value).top_k)
  return topK.kind === 'done'
    ? done({ kind: 'hf-classes', picture: picture.value, classifier, topK: topK.value })
    : topK
}
