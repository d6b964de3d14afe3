import type { AnswerRules } from '../../core/scoring/judge'
import type { Wording } from '../../words/wording'

/** The rules in a few words, beside the folded section's title. */
export const describeRules = ({ t }: Wording, { mode, noneMargin }: AnswerRules): string => {
  if (mode === 'single') return noneMargin === null ? t('tags.rules.singleAlways') : t('tags.rules.single')
  return noneMargin === null ? t('tags.rules.multiAlways') : t('tags.rules.multi')
}
