import { Disclosure } from '../../primitives/disclosure'
import { useAppState, useWords } from '../../context/ui-context'
import { lateComponent } from '../../parts/late-component'
import { Part } from '../../parts/part'
import { useUnfolding } from './use-unfolding'
import type { AnswerRules } from '../../../core/question/scoring/judge'
import type { Wording } from '../../../words/wording'

const ScoringControls = lateComponent(async () => (await import('./scoring-controls')).ScoringControls)

/** The rules in a few words, beside the folded section's title. */
const describeRules = ({ t }: Wording, { mode, noneMargin }: AnswerRules): string => {
  if (mode === 'single') return noneMargin === null ? t('tags.rules.singleAlways') : t('tags.rules.single')
  return noneMargin === null ? t('tags.rules.multiAlways') : t('tags.rules.multi')
}

/** When a tag is taken for true, and how scores become shares. */
export const ScoringSection = () => {
  const words = useWords()
  const { t } = words
  const unfolding = useUnfolding('scoring')
  const rules = useAppState(({ settings }) => settings.rules)
  return (
    <Disclosure {...unfolding} title={t('tags.scoring')} summary={describeRules(words, rules)}>
      <Part>
        <ScoringControls />
      </Part>
    </Disclosure>
  )
}
