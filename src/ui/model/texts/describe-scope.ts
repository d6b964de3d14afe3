import { knowsDrawingsOnly } from '../../../core/model/model-facts'
import type { Wording } from '../../../words/wording'

/** What a model says that it is made for; Mini's in the reader's language, any other's as its file has it. */
export const describeScope = ({ t }: Wording, scope: string): string =>
  knowsDrawingsOnly({ scope }) ? t('model.drawingsScope') : scope
