import { lateComponent } from '../parts/late-component'
import { Part } from '../parts/part'
import { Button } from '../primitives/button'
import { ColumnHeader } from '../primitives/column-header'
import { useActions, useApp, useAppState, useScreen, useWords } from '../ui-context'
import { AddButton } from './add/add-button'
import { EmptyPictures } from './add/empty-pictures'
import { ExportMenu } from './export-menu'
import { FilterChip } from './filter-chip'
import { focusedPicture } from './focused-picture'
import { hasNoneOfOwn } from './has-none-of-own'
import { LargeView } from './view/large-view'
import { FilterMenu, SortMenu } from './order-menus'

const PictureGrid = lateComponent(async () => (await import('./grid/picture-grid')).PictureGrid)

const Middle = () => {
  const { t } = useWords()
  const { selectors } = useApp()
  const { filterByTag } = useActions()
  const count = useAppState(({ pictures }) => pictures.length)
  const noneOfOwn = useAppState(hasNoneOfOwn)
  const shown = useAppState(selectors.shownPictures)
  const picture = useAppState(focusedPicture)
  const large = useScreen((screen) => screen.large)

  if (noneOfOwn) return <EmptyPictures />
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
