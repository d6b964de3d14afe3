import { AnswerControls } from './answer-controls'
import { TemperatureControl } from './temperature-control'
import { ThresholdControl } from './threshold-control'

/** Everything that decides when a tag is taken for true, and how scores become shares. */
export const ScoringControls = () => (
  <div className="flex flex-col gap-4">
    <AnswerControls />
    <ThresholdControl />
    <TemperatureControl />
  </div>
)
