import { useState } from 'react'
import { useAppState, useWords } from '../ui-context'

const TEXT_ID = 'temperature-text'

/** Says below the shares that they are not the model's own, and why; nothing at temperature 1. */
export const TemperatureNote = () => {
  const { t, format } = useWords()
  const temperature = useAppState(({ settings }) => settings.temperature)
  const [open, setOpen] = useState(false)
  if (temperature === 1) return null
  const text = t('ranking.temperatureText')
  return (
    <div className="pt-1 text-12 text-muted">
      <button
        type="button"
        aria-expanded={open}
        aria-controls={TEXT_ID}
        aria-description={text}
        data-tip={open ? undefined : text}
        onClick={() => {
          setOpen(!open)
        }}
        className="h-6 rounded-small decoration-dotted underline-offset-3 hover:text-text hover:underline aria-expanded:text-text aria-expanded:underline touch:h-9"
      >
        {t('ranking.temperature', { temperature: format.shortDecimal(temperature, 2) })}
      </button>
      <p id={TEXT_ID} hidden={!open} className="rounded-control bg-track px-2.5 py-2">
        {open ? text : ''}
      </p>
    </div>
  )
}
