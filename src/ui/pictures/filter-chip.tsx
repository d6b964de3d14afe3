import { X } from 'lucide-react'
import { NONE_ID } from '../../state/tasks/zero-shot/none-of-these'
import { CutText } from '../primitives/cut-text/cut-text'
import { Swatch } from '../primitives/swatch'
import { useActions, useApp, useAppState, useWords } from '../ui-context'

/** Says that only one label's pictures are shown, and ends it. */
export const FilterChip = () => {
  const { t } = useWords()
  const { selectors } = useApp()
  const { filterByTag } = useActions()
  const filterTagId = useAppState((state) => state.filterTagId)
  const label = useAppState(selectors.filterLabels).find(({ id }) => id === filterTagId)
  const text = filterTagId === NONE_ID ? t('pictures.none') : label?.text
  if (text === undefined) return null
  return (
    <button
      type="button"
      aria-label={t('pictures.filterOff', { tag: text })}
      onClick={() => {
        filterByTag(null)
      }}
      className="ms-1 flex h-6 max-w-40 min-w-0 items-center gap-1.5 rounded-full bg-accent-soft pe-1.5 ps-2 text-12 hover:bg-pressed touch:h-9"
    >
      {label ? <Swatch hue={label.hue} /> : null}
      <CutText text={text} />
      <X size={14} strokeWidth={1.75} aria-hidden className="shrink-0 text-muted" />
    </button>
  )
}
