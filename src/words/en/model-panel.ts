import { modelChoice } from './model-choice'
import { modelFacts } from './model-facts'
import { modelOffer } from './model-offer'

/** English texts that come with the code that shows models, and not with the page (ADR 31). */
export const modelPanel = { model: { ...modelChoice, ...modelFacts, ...modelOffer } } as const
