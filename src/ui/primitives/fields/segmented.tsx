import type { LucideIcon } from 'lucide-react'
import { useId } from 'react'
import { classNames } from '../class-names'

interface Choice<Value extends string> {
  readonly value: Value
  readonly label: string
  /** Shown in place of the label, which then names it. */
  readonly icon?: LucideIcon
}

interface SegmentedProps<Value extends string> {
  readonly label: string
  readonly choices: readonly Choice<Value>[]
  readonly value: Value
  readonly onChange: (value: Value) => void
  readonly className?: string
}

/** One of a few, all in sight: a radio group in the shape of a switch, with the browser's own keys. */
export const Segmented = <Value extends string>(props: SegmentedProps<Value>) => {
  const name = useId()
  return (
    <fieldset className={classNames('inline-flex min-w-0 rounded-control bg-track p-0.5', props.className)}>
      <legend className="sr-only">{props.label}</legend>
      {props.choices.map(({ value, label, icon: Icon }) => (
        <label
          key={value}
          {...(Icon ? { 'data-tip': label } : {})}
          className="relative inline-flex h-7 min-w-0 flex-auto items-center justify-center rounded-[6px] px-2 text-12 font-medium whitespace-nowrap text-muted transition-colors duration-100 select-none hover:text-text has-checked:bg-card has-checked:text-text has-checked:shadow-[0_1px_2px_oklch(0.2_0.03_264/0.16)] contrast-more:has-checked:border contrast-more:has-checked:border-control forced-colors:has-checked:bg-[SelectedItem] forced-colors:has-checked:text-[SelectedItemText] forced-colors:has-checked:forced-color-adjust-none has-focus-visible:outline-2 has-focus-visible:outline-accent touch:h-10 touch:text-13"
        >
          <input
            type="radio"
            name={name}
            value={value}
            checked={props.value === value}
            onChange={() => {
              props.onChange(value)
            }}
            className="absolute inset-0 appearance-none outline-none"
          />
          {Icon ? <Icon size={16} strokeWidth={1.75} aria-hidden /> : null}
          <span className={Icon ? 'sr-only' : 'truncate'}>{label}</span>
        </label>
      ))}
    </fieldset>
  )
}
