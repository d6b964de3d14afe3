import { useEffect, useId, useRef, useState, type SyntheticEvent } from 'react'
import { HUB_HOST } from '../../../core/model/model-source'
import { Button } from '../../primitives/button'
import { Disclosure } from '../../primitives/disclosure'
import { TextField } from '../../primitives/fields/text-field'
import { useActions, useAppState, useScreen, useScreenStore } from '../../context/ui-context'
import { useModelWords } from '../texts/use-model-words'

const Fields = () => {
  const { t } = useModelWords()
  const { setModelHost } = useActions()
  const screen = useScreenStore()
  const asked = useScreen((state) => state.modelAsks === 'host')
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (!asked) return
    // Behind what takes focus when the panel opens.
    const frame = requestAnimationFrame(() => {
      form.current?.scrollIntoView({ block: 'center' })
      form.current?.querySelector('input')?.focus()
      screen.setState({ modelAsks: null })
    })
    return () => {
      cancelAnimationFrame(frame)
    }
  }, [asked, screen])
  const host = useAppState(({ settings }) => settings.modelHost)
  const [typed, setTyped] = useState<string | null>(null)
  const [outcome, setOutcome] = useState<'set' | 'refused' | null>(null)
  const id = useId()
  const set = (address: string) => {
    const done = setModelHost(address)
    setOutcome(done ? 'set' : 'refused')
    if (done) setTyped(null)
  }
  const onSubmit = (event: SyntheticEvent) => {
    event.preventDefault()
    set(typed ?? host)
  }
  return (
    <form ref={form} onSubmit={onSubmit}>
      <label htmlFor={id} className="block pb-1 text-12 text-muted">
        {t('model.hostField')}
      </label>
      <div className="flex gap-2">
        <TextField
          id={id}
          dir="ltr"
          inputMode="url"
          value={typed ?? host}
          aria-invalid={outcome === 'refused'}
          aria-describedby={`${id}-note`}
          onChange={({ target }) => {
            setTyped(target.value)
            setOutcome(null)
          }}
        />
        <Button type="submit">{t('model.hostSet')}</Button>
      </div>
      <p id={`${id}-note`} aria-live="polite" className="min-h-6 pt-1 text-12 text-muted">
        {outcome === 'refused' ? (
          <span className="font-medium text-danger">{t('model.hostBad')}</span>
        ) : outcome === 'set' ? (
          t('model.hostDone')
        ) : (
          t('model.hostText')
        )}
      </p>
      {host === HUB_HOST ? null : (
        <Button
          size="small"
          variant="quiet"
          onClick={() => {
            set(HUB_HOST)
          }}
        >
          {t('model.hostReset')}
        </Button>
      )}
    </form>
  )
}

/** Where models of the hub come from: the hub itself, or a mirror of it. */
export const HostForm = () => {
  const { t } = useModelWords()
  const asked = useScreen((state) => state.modelAsks === 'host')
  const host = useAppState(({ settings }) => settings.modelHost)
  return (
    <Disclosure title={t('model.hostTitle')} summary={URL.parse(host)?.host ?? host} asked={asked}>
      <Fields />
    </Disclosure>
  )
}
