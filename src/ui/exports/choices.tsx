import { useId } from 'react'
import type { Elements } from '../primitives/elements'

/** One of a few that can be chosen. */
export interface Choice<Value extends string> {
  readonly value: Value
  readonly label: string
}

interface ChoicesProps<Value extends string> {
  readonly legend: string
  readonly choices: readonly Choice<Value>[]
  readonly value: Value | null
  readonly onChange: (value: Value) => void
  /** Of several groups of which one choice is made; a group is one by itself unless given. */
  readonly name?: string
  /** What is said about the chosen one. */
  readonly children?: Elements
}

/** One of a few, a line each. */
export const Choices = <Value extends string>(props: ChoicesProps<Value>) => {
  const { legend, choices, value, onChange, name, children } = props
  const own = useId()
  return (
    <fieldset className="grid gap-0.5">
      <legend className="pb-1 text-12 text-muted">{legend}</legend>
      {choices.map((choice) => (
        <label
          key={choice.value}
          className="flex min-h-8 items-center gap-2.5 rounded-control px-2 hover:bg-hover touch:min-h-11"
        >
          <input
            type="radio"
            name={name ?? own}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => {
              onChange(choice.value)
            }}
            className="accent-accent"
          />
          <span>{choice.label}</span>
        </label>
      ))}
      {children}
    </fieldset>
  )
}
