import type { Wording } from '../../words/wording'

/** Mini's scope as its file has it. */
const DRAWINGS = 'drawings only'

/** Whether a model says of itself that it knows drawings only, as Mini does. */
export const knowsDrawingsOnly = (scope: string): boolean => scope === DRAWINGS

/** What a model says that it is made for; Mini's in the reader's language, any other's as its file has it. */
export const describeScope = ({ t }: Wording, scope: string): string =>
  knowsDrawingsOnly(scope) ? t('model.drawingsScope') : scope
