import { useId, useState, type SyntheticEvent } from 'react'
import { HUB_HOST } from '../../core/model/model-source'
import type { Dtype } from '../../core/runtime/runtime'
import { Button } from '../primitives/button'
import { Segmented } from '../primitives/segmented'
import { TextField } from '../primitives/text-field'
import { useActions } from '../ui-context'
import { DEFAULT_HUB_ID, readSource } from './read-source'
import { words } from './words'

const kinds = [
  { value: 'hub', label: words.sources.hub },
  { value: 'url', label: words.sources.url },
] as const

const precisions = ['auto', 'fp32', 'fp16', 'q8'] as const satisfies readonly (Dtype | 'auto')[]

interface LoadFormProps {
  readonly title: string
  readonly onLoad: () => void
}

/** Where a model comes from and at which precision. */
export const LoadForm = ({ title, onLoad }: LoadFormProps) => {
  const { loadModel } = useActions()
  const [kind, setKind] = useState<'hub' | 'url'>('hub')
  const [typed, setTyped] = useState({ hub: DEFAULT_HUB_ID, url: '' })
  const [precision, setPrecision] = useState<(typeof precisions)[number]>('auto')
  const [refused, setRefused] = useState(false)
  const id = useId()

  const onSubmit = (event: SyntheticEvent) => {
    event.preventDefault()
    const source = readSource(kind, typed[kind])
    setRefused(source === null)
    if (source === null) return
    void loadModel(source, precision === 'auto' ? {} : { dtype: precision })
    onLoad()
  }
  const hub = kind === 'hub'
  return (
    <form onSubmit={onSubmit} className="px-4 pt-3 pb-4">
      <h3 className="pb-2.5 font-semibold">{title}</h3>
      <Segmented
        label={words.source}
        choices={kinds}
        value={kind}
        onChange={(next) => {
          setKind(next)
          setRefused(false)
        }}
        className="flex w-full"
      />
      <label htmlFor={id} className="block pt-3 pb-1.5 text-12 text-muted">
        {hub ? words.hubField : words.urlField}
      </label>
      <TextField
        id={id}
        dir="ltr"
        inputMode={hub ? 'text' : 'url'}
        placeholder={hub ? DEFAULT_HUB_ID : 'https://'}
        value={typed[kind]}
        aria-invalid={refused}
        aria-describedby={`${id}-note`}
        onChange={({ target }) => {
          setTyped({ ...typed, [kind]: target.value })
          setRefused(false)
        }}
      />
      <p id={`${id}-note`} aria-live="polite" className="min-h-14 pt-1.5 text-12 text-pretty text-muted">
        {refused ? (
          <span className="font-medium text-danger">{hub ? words.badId : words.badUrl}</span>
        ) : (
          <>
            {hub ? words.hubNote(new URL(HUB_HOST).host) : words.urlNote} {words.privacy}
          </>
        )}
      </p>
      <div className="flex items-end justify-between gap-3 pt-2">
        <label className="flex items-center gap-2 text-12 text-muted">
          {words.precisionField}
          <select
            value={precision}
            onChange={({ target }) => {
              setPrecision(precisions.find((name) => name === target.value) ?? 'auto')
            }}
            className="h-8 rounded-control border border-control bg-card px-2 text-13 text-text touch:h-11 touch:text-16"
          >
            {precisions.map((name) => (
              <option key={name} value={name}>
                {name === 'auto' ? words.auto : name}
              </option>
            ))}
          </select>
        </label>
        <Button variant="primary" type="submit">
          {words.button}
        </Button>
      </div>
    </form>
  )
}
