import { X } from 'lucide-react'
import { NONE_ID } from '../../../core/desk/view/view'
import { Button } from '../../primitives/button'
import { CutText } from '../../primitives/cut-text/cut-text'
import { Swatch } from '../../primitives/swatch'
import { useActions, useApp, useAppState, useWords } from '../../context/ui-context'
import { PictureGrid } from '../grid/picture-grid'
import { FilterMenu, SortMenu } from './order-menus'

/** Says that only one label's pictures are shown, and ends it. */
const FilterChip = () => {
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

/** Above the pictures: which of them are shown, and in which order. */
const ListBar = () => (
  <div className="flex h-9 shrink-0 items-center justify-between gap-1 border-b border-line bg-panel pe-2 ps-2 touch:h-12">
    <div className="flex min-w-0 items-center">
      <FilterChip />
    </div>
    <div className="flex shrink-0 items-center gap-0.5">
      <SortMenu />
      <FilterMenu />
    </div>
  </div>
)

const NothingShown = () => {
  const { t } = useWords()
  const { filterByTag } = useActions()
  return (
    <div className="flex h-full flex-col items-center justify-center gap-3 text-muted">
      <span>{t('pictures.nothingShown')}</span>
      <Button
        onClick={() => {
          filterByTag(null)
        }}
      >
        {t('pictures.showAll')}
      </Button>
    </div>
  )
}

/** Many pictures, with what says which of them are shown. */
export const PictureList = ({ openOnPress }: { readonly openOnPress: boolean }) => {
  const { selectors } = useApp()
  const shown = useAppState(selectors.shownPictures)
  return (
    <div className="flex h-full min-h-0 flex-col">
      <ListBar />
      <div className="relative min-h-0 flex-1">
        {shown.length === 0 ? <NothingShown /> : <PictureGrid pictures={shown} openOnPress={openOnPress} />}
      </div>
    </div>
  )
}
