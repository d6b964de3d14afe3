import type { Duplicates } from '../../../core/desk/duplicates/duplicates'
import type { ListMap, SaidOfPictures } from '../../../core/desk/map/list-map'
import { NO_FILTER } from '../../../core/desk/view/filter-changes'
import { NONE_ID } from '../../../core/desk/view/view'
import { duplicates as words } from '../../../words/en/pictures/duplicates'
import type { ActionDeps } from '../../app-deps'
import type { AppState, ListView } from '../../app-state'
import type { WorkKeeper } from '../../history/work-history'
import type { Selectors } from '../../selectors'
import type { PictureKeeper } from '../kept/keep-pictures'
import type { Arranger } from '../arranged/create-arranger'
import { createLooker } from './create-looker'
import { keepDiffering } from './keep-differing'
import type { Views } from './views'

/** What views of a list are made with. */
export interface ViewsDeps extends Pick<ActionDeps, 'store' | 'selectors' | 'newId' | 'wordsWith'> {
  readonly work: Pick<WorkKeeper, 'record' | 'change' | 'offerUndo'>
  readonly arranger: Arranger
  /** `null` where nothing can be kept. */
  readonly keeper: Pick<PictureKeeper, 'differing'> | null
}

/** What the looks depend on: while these are the same, so is what they find. */
const basisOf: Readonly<
  Record<Exclude<ListView, 'grid'>, (state: AppState, selectors: Selectors) => readonly unknown[]>
> = {
  duplicates: ({ pictures, differing }) => [pictures, differing],
  map: (state, selectors) => [state.pictures, state.marks, selectors.columns(state)],
}

/** What the person has said of pictures, a label each. */
const saidOf = ({ marks }: AppState): SaidOfPictures => ({
  sha256s: marks.map(({ id }) => id),
  labels: marks.map(({ yes: [first = NONE_ID] }) => first),
})

/** Builds the ways to look at a list. */
export const createViews = async (deps: ViewsDeps): Promise<Views> => {
  const { store, selectors, work, arranger, newId, keeper, wordsWith } = deps
  const { getState, setState, subscribe } = store
  if (keeper) await keepDiffering(deps, keeper.differing)

  const duplicates = createLooker<Duplicates>((signal, onProgress) => {
    const differing = getState().differing.map(({ sha256s }) => sha256s)
    return arranger.ask((columns, news) => columns.duplicates(news(), differing, signal, onProgress))
  })
  duplicates.store.subscribe(({ found }) => {
    const count = found?.groups.length ?? null
    if (count !== getState().duplicates) setState({ duplicates: count })
  })
  const map = createLooker<ListMap>((signal, onProgress) => {
    const said = saidOf(getState())
    return arranger.ask((columns, news) => columns.map(news(), said, signal, onProgress))
  })
  const lookers = { duplicates, map }
  /** What the newest look of each was at. */
  const seen = new Map<ListView, readonly unknown[]>()

  const look = () => {
    const { view } = getState()
    if (view === 'grid') return
    seen.set(view, basisOf[view](getState(), selectors))
    lookers[view].look()
  }

  /** Whether nothing is new since the present view looked last. */
  const isSeen = (state: AppState): boolean => {
    if (state.view === 'grid') return true
    const before = seen.get(state.view)
    return (
      before !== undefined && basisOf[state.view](state, selectors).every((value, i) => value === before[i])
    )
  }

  const stop = () => {
    for (const looker of Object.values(lookers)) looker.stop()
  }

  const idsOf = (rows: readonly number[]): readonly string[] => {
    const { pictures } = getState()
    return rows.flatMap((row) => selectors.rows.pictureAt(pictures, row)?.id ?? [])
  }

  const showOnly = (rows: readonly number[], text: string, selected: readonly number[]) => {
    const [ids, marked] = [idsOf(rows), idsOf(selected)]
    const focusId = marked[0] ?? ids[0] ?? null
    setState({
      view: 'grid',
      filter: NO_FILTER,
      decidedOnly: null,
      only: { text, ids: new Set(ids) },
      selection: { focusId, anchorId: focusId, ids: new Set(marked.length > 0 ? marked : ids.slice(0, 1)) },
    })
  }

  subscribe((state, before) => {
    if (state.view === 'grid') return
    if (state.pictures.length < 2) {
      stop()
      setState({ view: 'grid' })
      return
    }
    // What narrows or orders the list is asked for to be seen there.
    const isAsked = (['filter', 'only', 'sort', 'decidedOnly'] as const).some(
      (key) => state[key] !== before[key],
    )
    if (isAsked && state.view === before.view && state.pictures === before.pictures)
      setState({ view: 'grid' })
    // While pictures are read each of them would begin it again.
    else if (state.queue.kind !== 'running' && !isSeen(state)) look()
  })

  return {
    duplicates: duplicates.store,
    map: map.store,
    show: (view) => {
      stop()
      setState({ view })
      if (view === 'grid') return
      if (lookers[view].store.getState().phase.kind === 'stopped' || !isSeen(getState())) look()
    },
    stop,
    again: look,
    showInGrid: (rows, text) => {
      showOnly(rows, text, [])
    },
    showInside: (line, text) => {
      void arranger
        .ask((columns) => columns.within(line))
        .then((inside) => {
          if (inside.kind !== 'done') look()
          else if (inside.value.length > 0) showOnly([...inside.value], text, [])
        })
    },
    selectInGrid: (rows, but, text) => {
      const kept = new Set(but)
      showOnly(
        rows,
        text,
        rows.filter((row) => !kept.has(row)),
      )
    },
    setDiffering: (groups) => {
      const said = groups.map(({ sha256s }) => ({ id: newId(), sha256s }))
      const isSaid = new Set(groups)
      duplicates.amend((found) => ({ ...found, groups: found.groups.filter((group) => !isSaid.has(group)) }))
      work.record({ kind: 'part-pictures' }, { differing: [...getState().differing, ...said] })
      work.offerUndo(() => wordsWith(words).t('duplicates.apart'))
    },
  }
}
