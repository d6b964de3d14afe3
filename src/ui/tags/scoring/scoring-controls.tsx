import { scores } from '../../../words/en/scores'
import { useWordsWith } from '../../context/ui-context'
import { lateComponent } from '../../parts/late-component'
import { Part } from '../../parts/part'
import { Disclosure } from '../../primitives/disclosure'
import { AnswerControls } from './answer-controls'
import { TemperatureControl } from './temperature-control'
import { ThresholdControl } from './threshold-control'

const ScoreSection = lateComponent(async () => (await import('./score-section')).ScoreSection)

/** How the scores of a tag are spread, folded away. */
const Scores = () => {
  const { t } = useWordsWith(scores)
  return (
    <div className="-mx-3 -mb-4">
      <Disclosure title={t('scores.title')} summary="">
        <Part>
          <ScoreSection />
        </Part>
      </Disclosure>
    </div>
  )
}

/** Everything that decides when a tag is taken for true, and how scores become shares. */
export const ScoringControls = () => (
  <div className="flex flex-col gap-4">
    <AnswerControls />
    <ThresholdControl />
    <TemperatureControl />
    <Scores />
  </div>
)
