import type { Duplicates } from '../../../core/desk/duplicates/duplicates'
import { NO_FILTER } from '../../../core/desk/view/filter-changes'
import { duplicates as words } from '../../../words/en/pictures/duplicates'
import type { ActionDeps } from '../../app-deps'
import type { AppState, ListView } from '../../app-state'
import type { WorkKeeper } from '../../history/work-history'
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

/** What a look depends on: while these are the same, so is what it finds. */
const basisOf = (state: AppState): readonly unknown[] => [state.pictures, state.differing]

/** Builds the ways to look at a list. */
export const createViews = async (deps: ViewsDeps): Promise<Views> => {
  const { store, selectors, work, arranger, newId, keeper, wordsWith } = deps
  const { getState, setState, subscribe } = store
  if (keeper) await keepDiffering(deps, keeper.differing)

  const duplicates = createLooker<Duplicates>((signal, onProgress) => {
    const differing = getState().differing.map(({ sha256s }) => sha256s)
    return arranger.ask((columns, news) => columns.duplicates(news, differing, signal, onProgress))
  })
  duplicates.store.subscribe(({ found }) => {
    const count = found?.groups.length ?? null
    if (count !== getState().duplicates) setState({ duplicates: count })
  })
  /** What the newest look was at. */
  let seen: readonly unknown[] = []

  const look = () => {
    if (getState().view === 'grid') return
    seen = basisOf(getState())
    duplicates.look()
  }

  const isSeen = (state: AppState): boolean => basisOf(state).every((value, i) => value === seen[i])

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
      only: { text, ids: new Set(ids) },
      selection: { focusId, anchorId: focusId, ids: new Set(marked.length > 0 ? marked : ids.slice(0, 1)) },
    })
  }

  subscribe((state, before) => {
    if (state.view === 'grid') return
    if (state.pictures.length < 2) {
      duplicates.stop()
      setState({ view: 'grid' })
      return
    }
    // What narrows or orders the list is asked for to be seen there.
    const isAsked = state.filter !== before.filter || state.only !== before.only || state.sort !== before.sort
    if (isAsked && state.view === before.view && state.pictures === before.pictures)
      setState({ view: 'grid' })
    // While pictures are read each of them would begin it again.
    else if (state.queue.kind !== 'running' && !isSeen(state)) look()
  })

  return {
    duplicates: duplicates.store,
    show: (view: ListView) => {
      if (view === 'grid') duplicates.stop()
      setState({ view })
      const isStopped = duplicates.store.getState().phase.kind === 'stopped'
      if (view !== 'grid' && (isStopped || !isSeen(getState()))) look()
    },
    stop: duplicates.stop,
    again: look,
    showInGrid: (rows, text) => {
      showOnly(rows, text, [])
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
