import { useId } from 'react'
import { Button } from '../primitives/button'
import { Disclosure } from '../primitives/disclosure'
import { useTyped } from '../primitives/use-typed'
import { useActions, useAppState } from '../ui-context'
import { words } from './words'

/** The slider is logarithmic, from a tenth to ten with 1 in the middle, since temperature divides. */
const DECADES = 1
const STEP = 0.05

const format = (temperature: number): string =>
  temperature.toFixed(temperature < 1 ? 2 : 1).replace(/\.?0+$/, '')

/** How scores become shares: the temperature of the softmax. */
export const ScoringSection = () => {
  const { setTemperature } = useActions()
  const temperature = useAppState(({ settings }) => settings.temperature)
  const slider = useTyped(temperature, setTemperature)
  const id = useId()
  return (
    <Disclosure title={words.scoring} summary={`${words.temperature} ${format(temperature)}`}>
      <div className="flex items-baseline justify-between">
        <label htmlFor={id} className="text-12 text-muted">
          {words.temperature}
        </label>
        <output htmlFor={id} className="font-medium tabular-nums">
          {format(slider.shown)}
        </output>
      </div>
      <input
        id={id}
        type="range"
        min={-DECADES}
        max={DECADES}
        step={STEP}
        value={Math.log10(slider.shown)}
        aria-valuetext={format(slider.shown)}
        aria-describedby={`${id}-text`}
        onChange={({ target }) => slider.set(Number((10 ** target.valueAsNumber).toPrecision(2)))}
        onBlur={slider.leave}
        className="my-2 block w-full touch:my-4"
      />
      <p id={`${id}-text`} className="text-12 text-muted">
        {words.temperatureText}
      </p>
      <p className="pt-2 text-12 text-muted">{words.softmaxText}</p>
      <Button
        size="small"
        className="mt-3"
        disabled={temperature === 1}
        onClick={() => {
          slider.leave()
          setTemperature(1)
        }}
      >
        {words.temperatureReset}
      </Button>
    </Disclosure>
  )
}
