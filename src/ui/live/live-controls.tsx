import { useStore } from 'zustand'
import type { KeepWhen } from '../../core/live/keep-rule'
import type { Live } from '../../state/live/live'
import { SelectField } from '../primitives/fields/select-field'
import { useApp, useAppState } from '../context/ui-context'
import { useLiveWords } from './use-live-words'

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
