import { assertNever } from '../errors/assert-never'
import type { HostedRoute } from './hosted-route'
import type { HostedWork } from './hosted-work'
import { readClassification, type Parameters } from './read-classification'
import { readComparison, readImagesToEmbed, readTextsToEmbed } from './read-comparison'
import type { ReadOutcome } from './read-outcome'

/** A request, its body read already. */
export interface HostedRequest {
  readonly route: HostedRoute
  /** Of the address, then the texts of the form. */
  readonly parameters: Parameters
  /** Whether the form holds a file named `image`. */
  readonly hasImage: boolean
  /** The body as text; empty for a form. */
  readonly text: string
}

/** Makes a request to checked work, or says what is wrong with it. */
export const readHostedRequest = ({
  route,
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
    default:
      return assertNever(route)
  }
}
