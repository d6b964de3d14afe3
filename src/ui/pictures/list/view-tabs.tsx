import { useRef, type KeyboardEvent } from 'react'
import { createLate } from '../../../core/async/late'
import type { ListView } from '../../../state/app-state'
import { list } from '../../../words/en/pictures/list'
import { useActions, useAppState, useWordsWith } from '../../context/ui-context'
import { lateComponent } from '../../parts/late-component'
import { useAttempt } from '../../parts/use-attempt'
import { classNames } from '../../primitives/class-names'

const duplicatesView = createLate(async () => (await import('../duplicates/duplicates-view')).DuplicatesView)

const mapView = createLate(async () => (await import('../map/map-view')).MapView)

/** What is shown in the place of the grid; its tab fetches it first. */
export const MapView = lateComponent(mapView.load)

export const DuplicatesView = lateComponent(duplicatesView.load)

/** What a tab fetches before it is shown. */
const parts: Readonly<Record<ListView, () => Promise<unknown>>> = {
  grid: () => Promise.resolve(),
  duplicates: duplicatesView.load,
  map: mapView.load,
}

const VIEWS: readonly ListView[] = ['grid', 'duplicates', 'map']

/** The tab of a view, and what it shows, by their ids. */
const tabId = (view: ListView): string => `view-tab-${view}`
const PANEL_ID = 'view-panel'

/** What names the panel of the present view. */
export const panelProps = (view: ListView) =>
  ({ role: 'tabpanel', id: PANEL_ID, 'aria-labelledby': tabId(view) }) as const

/** As what the list is shown: a tab each, one of which Tab reaches and arrows move between. */
export const ViewTabs = () => {
  const { t, format, direction } = useWordsWith(list)
  const { viewing } = useActions()
  const attempt = useAttempt()
  const shown = useAppState((state) => state.view)
  const found = useAppState(({ duplicates }) => duplicates)
  const tabs = useRef<HTMLDivElement>(null)

  const show = (view: ListView) =>
    void attempt(async () => {
      const [views] = await Promise.all([viewing.load(), parts[view]()])
      views.show(view)
    })

  const onKeyDown = (event: KeyboardEvent) => {
    const forward = direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
    const back = direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft'
    const at = VIEWS.indexOf(shown)
    const to = { [forward]: at + 1, [back]: at - 1, Home: 0, End: VIEWS.length - 1 }[event.key]
    if (to === undefined) return
    event.preventDefault()
    const view = VIEWS[(to + VIEWS.length) % VIEWS.length] ?? 'grid'
    tabs.current?.querySelector<HTMLElement>(`#${tabId(view)}`)?.focus()
    show(view)
  }

  return (
    <div
      ref={tabs}
      role="tablist"
      aria-label={t('list.views.title')}
      className="flex shrink-0 items-stretch self-stretch"
    >
      {VIEWS.map((view) => (
        <button
          key={view}
          type="button"
          role="tab"
          id={tabId(view)}
          aria-selected={shown === view}
          aria-controls={PANEL_ID}
          tabIndex={shown === view ? 0 : -1}
          onKeyDown={onKeyDown}
          onClick={() => {
            if (view !== shown) show(view)
          }}
          className={classNames(
            'relative flex min-h-9 items-center gap-1.5 px-2.5 text-13 font-medium whitespace-nowrap touch:min-h-11',
            shown === view
              ? 'text-text after:absolute after:inset-x-2 after:bottom-0 after:h-0.5 after:rounded-full after:bg-accent forced-colors:after:bg-[Highlight]'
              : 'text-muted hover:text-text',
          )}
        >
          <span>{t(`list.views.${view}`)}</span>
          {view === 'duplicates' ? (
            // As wide as two figures, so that nothing moves when it is known how many there are.
            <span className="min-w-[2ch] text-start text-12 text-muted tabular-nums">
              {found === null ? '' : format.count(found)}
            </span>
          ) : null}
        </button>
      ))}
    </div>
  )
}
