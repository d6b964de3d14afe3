import { measure } from './measure'
import { modelChoice } from './choice'
import { modelDownload } from './download'
import { modelFacts } from './facts'
import { modelOffer } from './offer'

/** English texts that come with the code that shows models, and not with the page (ADR 31). */
export const modelPanel = {
  model: { ...modelChoice, ...modelDownload, ...modelFacts, ...modelOffer },
  measure,
} as const
