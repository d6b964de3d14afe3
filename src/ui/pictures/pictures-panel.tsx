import { Download, X } from 'lucide-react'
import { lateComponent } from '../parts/late-component'
import { Part } from '../parts/part'
import { Button } from '../primitives/button'
import { ColumnHeader } from '../primitives/column-header'
import { useActions, useApp, useAppState, useScreen, useWords } from '../context/ui-context'
import { AddButton } from './add/add-button'
import { EmptyPictures } from './add/empty-pictures'
import { focusedPicture } from './focused-picture'
import { hasNoneOfOwn } from './has-none-of-own'
import { LargeView } from './view/large-view'
import { FilterMenu, SortMenu } from './order-menus'
import { IconButton } from '../primitives/icon-button'
import { MenuButton } from '../primitives/menu/menu-button'
import { EXPORT_FORMATS, useSaveResults } from './use-save-results'
import { NONE_ID } from '../../core/desk/view/view'
import { CutText } from '../primitives/cut-text/cut-text'
import { Swatch } from '../primitives/swatch'

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

/** Saves the results of every ranked picture, in a format to choose. */
const ExportMenu = () => {
  const { t } = useWords()
  const save = useSaveResults()
  const useItems = () =>
    EXPORT_FORMATS.map((format) => ({
      key: format,
      label: t(`pictures.exports.${format}`),
      note: `.${format}`,
      chosen: null,
      onSelect: () => void save(format),
    }))
  return (
    <MenuButton label={t('pictures.exportAll')} useItems={useItems}>
      <IconButton icon={Download} label={t('pictures.exportAll')} />
    </MenuButton>
  )
}

const PictureGrid = lateComponent(async () => (await import('./grid/picture-grid')).PictureGrid)

const Middle = () => {
  const { t } = useWords()
  const { selectors } = useApp()
  const { filterByTag } = useActions()
  const count = useAppState(({ pictures }) => pictures.length)
  const noneOfOwn = useAppState(hasNoneOfOwn)
  const restoring = useAppState((state) => state.restoring)
  const shown = useAppState(selectors.shownPictures)
  const picture = useAppState(focusedPicture)
  const large = useScreen((screen) => screen.large)

  if (noneOfOwn) return restoring ? null : <EmptyPictures />
  if (picture && (large || count === 1)) return <LargeView picture={picture} oneOfMany={count > 1} />
  if (shown.length === 0)
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
  return (
    <Part>
      <PictureGrid pictures={shown} openOnPress={false} />
    </Part>
  )
}

/** The middle: nothing yet, one picture large, or a grid of many. */
export const PicturesPanel = () => {
  const { t, format } = useWords()
  const { selectors } = useApp()
  const all = useAppState(({ pictures }) => pictures.length)
  const noneOfOwn = useAppState(hasNoneOfOwn)
  const shown = useAppState((state) => selectors.shownPictures(state).length)
  return (
    <section aria-label={t('pictures.title')} className="flex h-full min-h-0 flex-col bg-canvas">
      <div className="bg-panel">
        <ColumnHeader
          title={t('pictures.title')}
          count={
            noneOfOwn
              ? ''
              : shown === all
                ? format.count(all)
                : t('pictures.place', { place: format.count(shown), total: format.count(all) })
          }
        >
          <FilterChip />
          {all > 1 && !noneOfOwn ? (
            <>
              <SortMenu />
              <FilterMenu />
            </>
          ) : null}
          {all > 0 && !noneOfOwn ? <ExportMenu /> : null}
          <AddButton />
        </ColumnHeader>
      </div>
      <div className="relative min-h-0 flex-1">
        <Middle />
      </div>
    </section>
  )
}
