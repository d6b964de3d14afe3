import { useId } from 'react'
import { useTyped } from './use-typed'

interface RangeFieldProps {
  readonly label: string
  /** A sentence below it. */
  readonly text: string
  readonly min: number
  readonly max: number
  readonly step: number
  readonly value: number
  /** The value in words. */
  readonly format: (value: number) => string
  readonly onChange: (value: number) => void
}

/** A slider with its name, its value and what it does. */
export const RangeField = ({ label, text, min, max, step, value, format, onChange }: RangeFieldProps) => {
  const slider = useTyped(value, onChange)
  const id = useId()
  return (
    <div>
      <div className="flex items-baseline justify-between gap-3">
        <label htmlFor={id} className="text-12 text-muted">
          {label}
        </label>
        <output htmlFor={id} className="font-medium tabular-nums">
          {format(slider.shown)}
        </output>
      </div>
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        step={step}
        value={slider.shown}
        aria-valuetext={format(slider.shown)}
        aria-describedby={`${id}-text`}
        onChange={({ target }) => {
          slider.set(target.valueAsNumber)
        }}
        onBlur={slider.leave}
        className="my-2 block w-full touch:my-4"
      />
      <p id={`${id}-text`} className="text-12 text-muted">
        {text}
      </p>
    </div>
  )
}
