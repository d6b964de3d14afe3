import { assertNever } from '../errors/assert-never'
import { type HostedRoute, trainedOfPath } from './hosted-route'
import type { HostedWork } from './hosted-work'
import { readHuggingFaceClasses, readHuggingFaceZeroShot } from './read-hugging-face'
import { readInference, readTrained } from './read-trained'
import { readClassification, type RequestParameters } from './read-classification'
import { readComparison, readImagesToEmbed, readTextsToEmbed } from './read-comparison'
import type { ReadOutcome } from './read-outcome'

/** A request, its body read already. */
export interface HostedRequest {
  readonly route: HostedRoute
  /** Relative to the app. */
  readonly path: string
  /** Of the address, then the texts of the form. */
  readonly parameters: RequestParameters
  /** Whether the form holds the file that the route looks for, or the body is a picture. */
  readonly hasImage: boolean
  /** The body as text; empty for a form. */
  readonly text: string
}

/** Makes a request to checked work, or says what is wrong with it. */
export const readHostedRequest = ({
  route,
  path,
  parameters,
  hasImage,
  text,
}: HostedRequest): ReadOutcome<HostedWork> => {
  switch (route) {
    case 'clip':
    case 'vit':
      return readClassification(route, parameters, hasImage)
    case 'compare':
      return readComparison(text)
    case 'embed-image':
      return readImagesToEmbed(text)
    case 'embed-text':
      return readTextsToEmbed(text)
    case 'trained':
      return readTrained(trainedOfPath(path), parameters, hasImage, text)
    case 'infer':
      return readInference(text)
    case 'hf-zero-shot':
      return readHuggingFaceZeroShot(text)
    case 'hf-classes':
      return readHuggingFaceClasses(parameters, hasImage, text)
    default:
      return assertNever(route)
  }
}
