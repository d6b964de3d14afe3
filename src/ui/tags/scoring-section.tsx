import { Disclosure } from '../primitives/disclosure'
import { useAppState } from '../ui-context'
import { AnswerControls } from './answer-controls'
import { TemperatureControl } from './temperature-control'
import { ThresholdControl } from './threshold-control'
import { describeRules, words } from './words'

/** When a tag is taken for true, and how scores become shares. */
export const ScoringSection = () => {
  const rules = useAppState(({ settings }) => settings.rules)
  return (
    <Disclosure title={words.scoring} summary={describeRules(rules)}>
      <div className="flex flex-col gap-4">
        <AnswerControls />
        <ThresholdControl />
        <TemperatureControl />
      </div>
    </Disclosure>
  )
}
