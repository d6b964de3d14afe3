import { measure, modelFacts } from './facts'
import { modelChoice, modelOffer } from './choice'
import { modelDownload } from './download'

/** English texts that come with the code that shows models, and not with the page (ADR 31). */
export const modelPanel = {
  model: { ...modelChoice, ...modelDownload, ...modelFacts, ...modelOffer },
  measure,
} as const
