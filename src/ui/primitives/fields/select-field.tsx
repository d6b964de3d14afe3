import { useId } from 'react'

interface SelectFieldProps<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly choices: readonly { readonly value: Value; readonly label: string; readonly disabled?: boolean }[]
  readonly onChange: (value: Value) => void
}

/** One of several, by the browser's own list, under its name. */
export const SelectField = <Value extends string>(props: SelectFieldProps<Value>) => {
  const id = useId()
  return (
    <div className="min-w-0 flex-1">
      <label htmlFor={id} className="block pb-1 text-12 text-muted">
        {props.label}
      </label>
      <select
        id={id}
        value={props.value}
        onChange={({ target }) => {
          const chosen = props.choices.find(({ value }) => value === target.value)
          if (chosen) props.onChange(chosen.value)
        }}
        className="h-8 w-full min-w-0 rounded-control border border-control bg-card px-2 text-13 text-text touch:h-11 touch:text-16"
      >
        {props.choices.map(({ value, label, disabled = false }) => (
          <option key={value} value={value} disabled={disabled}>
            {label}
          </option>
        ))}
      </select>
    </div>
  )
}
