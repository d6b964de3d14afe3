import { useStore } from 'zustand'
import type { KeepWhen } from '../../core/live/keep-rule'
import type { Live } from '../../state/live/live'
import { SelectField } from '../primitives/fields/select-field'
import { useApp, useAppState } from '../context/ui-context'
import { useLiveWords } from './use-live-words'
import { Camera } from 'lucide-react'
import { useEffect, useEffectEvent } from 'react'
import { Button } from '../primitives/button'

const toWhen = (value: string): KeepWhen =>
  value === 'never' || value === 'any' ? value : { id: value.slice(1) }

const toValue = (when: KeepWhen): string => (typeof when === 'string' ? when : `=${when.id}`)

/** Which frames are kept by themselves, and how a verdict is steadied. */
export const LiveControls = ({ live }: { readonly live: Live }) => {
  const { t } = useLiveWords()
  const { selectors } = useApp()
  const { steady, keepWhen } = useStore(live.store)
  const labels = useAppState(selectors.filterLabels)
  return (
    <div className="flex flex-wrap items-end gap-x-4 gap-y-3">
      <SelectField
        label={t('live.keepWhen')}
        value={toValue(keepWhen)}
        onChange={(value) => {
          live.setKeepWhen(toWhen(value))
        }}
        choices={[
          { value: 'never', label: t('live.never') },
          { value: 'any', label: t('live.any') },
          ...labels.map(({ id, text }) => ({ value: `=${id}`, label: t('live.one', { tag: text }) })),
        ]}
      />
      <label className="flex h-8 items-center gap-2 touch:h-11">
        <input
          type="checkbox"
          checked={steady}
          onChange={({ target }) => {
            live.setSteady(target.checked)
          }}
          className="size-4 shrink-0 touch:size-5"
        />
        <span>{t('live.steady')}</span>
      </label>
    </div>
  )
}

/** What has keys of its own: there Space does what it does. */
const isControl = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('button, select, input, textarea, summary, video')

/** Keeps the frame that is shown, by a press or by Space, and tells how many have been kept. */
export const KeepFrame = ({ live }: { readonly live: Live }) => {
  const { t } = useLiveWords()
  const { kept } = useStore(live.store)
  const hasFrame = useStore(live.store, ({ picture }) => picture !== null)
  const onSpace = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== ' ' || event.repeat || isControl(event.target)) return
    event.preventDefault()
    void live.keep()
  })
  useEffect(() => {
    window.addEventListener('keydown', onSpace)
    return () => {
      window.removeEventListener('keydown', onSpace)
    }
  }, [])
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-2">
      <Button variant="primary" disabled={!hasFrame} onClick={() => void live.keep()}>
        <Camera size={16} strokeWidth={1.75} aria-hidden />
        <span>{t('live.keep')}</span>
      </Button>
      <p aria-live="polite" className="text-12 text-muted">
        {kept > 0 ? (
          t('live.kept', { count: kept })
        ) : (
          <span className="touch:hidden">{t('live.keepHint')}</span>
        )}
      </p>
    </div>
  )
}
