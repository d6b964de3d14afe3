import { list } from '../../../words/en/pictures/list'
import { ListTodo } from 'lucide-react'
import { Button } from '../../primitives/button'
import { IconButton } from '../../primitives/icon-button'
import { useActions, useApp, useAppState, useScreen, useWordsWith } from '../../context/ui-context'
import { lateComponent } from '../../parts/late-component'
import { Part } from '../../parts/part'
import { PictureGrid } from '../grid/picture-grid'
import { CardControls } from './card-controls'
import { FilterChips } from './filter-chips'
import { FilterMenu, SortMenu } from './order-menus'
import { useReviewWords } from '../use-decision'
import { SearchButton } from './search-button'
import { useReview } from './use-decision-filter'
import { DuplicatesView, MapView, panelProps, ViewTabs } from './view-tabs'

const RangeStrip = lateComponent(async () => (await import('../../scores/range-strip')).RangeStrip)

/** Shows what is not decided, the least sure first; and all again. */
const ReviewButton = () => {
  const { t } = useReviewWords()
  const { isOn, begin } = useReview()
  return (
    <IconButton
      icon={ListTodo}
      label={t('review.begin')}
      aria-pressed={isOn}
      onClick={() => {
        begin(!isOn)
        // The keys that decide work there.
        if (!isOn) document.querySelector<HTMLElement>('[data-picture-grid]')?.focus()
      }}
    />
  )
}

/** Above the pictures: as what they are shown, and in the grid which of them, and in which order. */
const ListBar = ({ isGrid }: { readonly isGrid: boolean }) => (
  <div className="@container relative z-1 shrink-0 border-b border-line bg-panel pe-2 ps-2">
    <div className="flex min-h-9 flex-wrap items-center gap-x-1 touch:min-h-12">
      <ViewTabs />
      {isGrid ? (
        <>
          {/* Where there is little room they have a line of their own. */}
          <div className="flex min-w-0 flex-1 items-center empty:hidden @max-3xl:order-last @max-3xl:basis-full @max-3xl:pb-1.5">
            <FilterChips />
          </div>
          <div className="ms-auto flex shrink-0 items-center gap-0.5">
            <ReviewButton />
            <SearchButton />
            <CardControls />
            <SortMenu />
            <FilterMenu />
          </div>
        </>
      ) : null}
    </div>
  </div>
)

const NothingShown = () => {
  const { t } = useWordsWith(list)
  const { filterByTag } = useActions()
  return (
    // It takes the focus of the picture that went last, not the button: keys that were meant for pictures would press that.
    <div
      data-shows-all
      tabIndex={-1}
      className="flex h-full flex-col items-center justify-center gap-3 text-muted outline-none"
    >
      <span>{t('list.nothingShown')}</span>
      <Button
        onClick={() => {
          filterByTag(null)
        }}
      >
        {t('list.showAll')}
      </Button>
    </div>
  )
}

/** Many pictures, with what says which of them are shown. */
export const PictureList = ({ openOnPress }: { readonly openOnPress: boolean }) => {
  const { selectors } = useApp()
  const shown = useAppState(selectors.shownPictures)
  const rangeOf = useScreen((screen) => screen.rangeOf)
  const view = useAppState((state) => state.view)
  const isGrid = view === 'grid'
  return (
    <div className="flex h-full min-h-0 flex-col">
      <ListBar isGrid={isGrid} />
      {rangeOf === null || !isGrid ? null : (
        <Part>
          <RangeStrip labelId={rangeOf} />
        </Part>
      )}
      <div {...panelProps(view)} className="relative min-h-0 flex-1 pb-(--notices)">
        {view === 'duplicates' ? (
          <Part>
            <DuplicatesView />
          </Part>
        ) : view === 'map' ? (
          <Part>
            <MapView />
          </Part>
        ) : shown.length === 0 ? (
          <NothingShown />
        ) : (
          <PictureGrid openOnPress={openOnPress} />
        )}
      </div>
    </div>
  )
}
