import { readsWords } from '../../../core/model/loaded-model'
import type { UnitVector } from '../../../core/brands'
import type { Direction } from '../../../core/desk/view/view'
import {
  meaningPrompts,
  readTag,
  readTemplates,
  type TagMeaning,
} from '../../../core/question/prompts/tag-prompts'
import { averageDirection } from '../../../core/question/scoring/cosine'
import type { ActionDeps } from '../../app-deps'
import type { AppState } from '../../app-state'
import { currentModel, wordModel } from '../../model/current-model'
import type { Search, SearchActions } from './search'

/** The order that the words took the place of. */
type OrderBefore = Pick<AppState, 'sort' | 'scoreOf' | 'similarTo'>

/**
 * Where words point, by the vectors of their prompts: those of all phrasings together, then those of each exclusion. An
 * exclusion that has no direction excludes nothing.
 *
 * @param count how many templates each text was put into.
 */
const toDirection = (
  modelKey: string,
  { phrasings, exclusions }: TagMeaning,
  vectors: readonly UnitVector[],
  count: number,
): Direction | null => {
  const said = phrasings.length * count
  const values = averageDirection(vectors.slice(0, said))
  const rivals = exclusions.flatMap((_, i) => {
    const start = said + i * count
    return averageDirection(vectors.slice(start, start + count)) ?? []
  })
  return values && { modelKey, values, rivals }
}

/** Creates what orders pictures by words: the same templates as for tags make prompts of them. */
export const createSearch = ({ store, engine }: Pick<ActionDeps, 'store' | 'engine'>): SearchActions => {
  const { getState, setState } = store
  let underWay: AbortController | null = null
  let before: OrderBefore | null = null

  const stop = () => {
    underWay?.abort()
    underWay = null
  }

  const publish = (change: Partial<Search>) => {
    setState(({ search }) => (search ? { search: { ...search, ...change } } : {}))
  }

  /** Embeds the words as they are now; what an older call has asked for is given up. */
  const embed = async () => {
    stop()
    const { search, model, settings } = getState()
    const answering = wordModel(model)
    if (!search || !answering) return
    const own = new AbortController()
    underWay = own
    const isSameModel = search.direction?.modelKey === answering.key
    publish({ phase: { kind: 'embedding' }, direction: isSameModel ? search.direction : null })
    const [meaning, templates] = [readTag(search.words), readTemplates(settings.template)]
    const outcome = await engine.embedPrompts(meaningPrompts(meaning, templates), own.signal)
    if (own.signal.aborted || outcome.kind === 'cancelled') return
    underWay = null
    if (outcome.kind === 'failed') {
      publish({ phase: outcome, direction: null })
      return
    }
    const vectors = outcome.value.map(({ embedding }) => embedding)
    const direction = toDirection(answering.key, meaning, vectors, templates.length)
    publish({ phase: { kind: 'ready' }, direction })
  }

  const endSearch = () => {
    stop()
    setState(({ sort }) => ({ search: null, ...(sort.by === 'words' ? before : {}) }))
    before = null
  }

  store.subscribe((state, last) => {
    if (!state.search || state.search !== last.search) return
    const model = currentModel(state.model)
    // One of fixed labels reads no words.
    if (model && !readsWords(model)) endSearch()
    else if (
      state.settings.template !== last.settings.template ||
      model?.key !== currentModel(last.model)?.key ||
      // The text tower has come, or is tried again.
      (state.textArrival?.kind !== last.textArrival?.kind && state.textArrival?.kind !== 'failed')
    )
      void embed()
  })

  return {
    search: (typed) => {
      const words = typed.trim()
      const { search, sort, scoreOf, similarTo } = getState()
      if (words === '') {
        if (search) endSearch()
        return
      }
      if (sort.by !== 'words') before = { sort, scoreOf, similarTo }
      const order = { sort: { by: 'words', descending: true }, scoreOf: null, similarTo: null } as const
      if (search?.words === words) {
        setState(order)
        return
      }
      setState({
        ...order,
        search: { words, direction: search?.direction ?? null, phase: { kind: 'embedding' } },
      })
      void embed()
    },
    endSearch,
    retrySearch: () => void embed(),
  }
}
