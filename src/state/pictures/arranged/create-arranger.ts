import type { Columns } from '../../../client/columns/create-columns'
import type { View } from '../../../core/desk/view/view'
import type { Outcome } from '../../../core/errors/outcome'
import type { GoodOnes } from '../../../core/desk/view/unlikeness'
import type { TaglensError } from '../../../core/errors/taglens-error'
import { knowsDrawingsOnly } from '../../../core/model/model-facts'
import type { ColumnsNews } from '../../../protocol/columns-api'
import type { ActionDeps } from '../../app-deps'
import type { AppState } from '../../app-state'
import { currentModel } from '../../model/current-model'
import type { AskedOfColumns } from '../../tasks/task'
import { isLong, lastOf, type Arrangement } from './arranging'
import { createRowLog, type RowLog } from './row-log'
import { createTextNumbers, type TextNumbers } from './text-numbers'

/** Keeps `arranging` in step with a long list, through the columns worker. */
export interface Arranger {
  /** Looks at what has changed; called after every change of the state. */
  follow(): void
  /** Tries again after a failure. */
  retry(): void
  /**
   * Asks the worker something else of the list as it is now, a short one too.
   * @param call may take what the worker has not been told yet, and has to send that then; `more` turns another question
   * into one for the worker, which knows its texts by then.
   */
  ask<T>(
    call: (
      columns: Columns,
      news: (more?: (numberOf: TextNumbers['numberOf']) => void) => ColumnsNews,
    ) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>>
}

/** The worker is asked ten times a second at most. */
const APART_MS = 100

/** What was sent last, to see what has changed. */
interface Sent {
  readonly pictures: AppState['pictures']
  readonly modelKey: string | null
  readonly asks: AskedOfColumns | null
  /** As text, but for what words mean, which is known by its identity. */
  readonly view: string
  readonly words: View['words']
  readonly good: GoodOnes | null
}

/** What one worker has been told. */
interface Told {
  readonly generation: number
  readonly rows: RowLog
  readonly numbers: TextNumbers
  /** What it has been asked of every row, and of whose numbers. */
  asked: Pick<Sent, 'asks' | 'modelKey' | 'good'> | null
  /** What it was to arrange last. */
  sent: Sent | null
}

/** Creates it. @param onFailed what has to be said of a worker that fails twice, or does not start. */
export const createArranger = (
  { store, selectors, now }: Pick<ActionDeps, 'store' | 'selectors' | 'now'>,
  columns: Columns,
  onFailed: (error: TaglensError) => void,
): Arranger => {
  const { getState, setState } = store
  let told: Told | null = null
  let timer: ReturnType<typeof setTimeout> | null = null
  let sentAt = -Infinity
  let calls = 0
  let answered = 0
  let failures = 0
  /** Questions of others that are under way. */
  let asking = 0

  const lookedAt = (state: AppState): View => ({
    filter: state.filter,
    sort: state.sort,
    scoreOf: state.scoreOf,
    likeTo: state.similarTo === null ? null : selectors.rows.rowOf(state.similarTo),
    words: state.search?.direction ?? null,
    histogramsOf: [...new Set(state.histogramsOf)],
  })

  const sentOf = (state: AppState): Sent => ({
    pictures: state.pictures,
    modelKey: currentModel(state.model)?.key ?? null,
    asks: selectors.columns(state),
    view: JSON.stringify({ ...lookedAt(state), words: null }),
    words: state.search?.direction ?? null,
    good: state.good?.ones ?? null,
  })

  /** What is new of a state; `urgent` where a person has changed something, and not only rows have come. */
  const newsOf = (next: Sent): 'none' | 'rows' | 'urgent' => {
    const sent = told?.generation === columns.generation() ? told.sent : null
    if (sent?.asks !== next.asks || sent.modelKey !== next.modelKey) return 'urgent'
    if (sent.view !== next.view || sent.words !== next.words || sent.good !== next.good) return 'urgent'
    return sent.pictures === next.pictures ? 'none' : 'rows'
  }

  const toldNow = (): Told => {
    const generation = columns.generation()
    if (told?.generation !== generation)
      told = {
        ...{ generation, rows: createRowLog(selectors.rows), numbers: createTextNumbers() },
        ...{ asked: null, sent: null },
      }
    return told
  }

  const takeNews = (
    state: AppState,
    next: Sent,
    more?: (numberOf: TextNumbers['numberOf']) => void,
  ): ColumnsNews => {
    const known = toldNow()
    const { asked: before, rows, numbers } = known
    const isAsked = before?.asks !== next.asks || before.modelKey !== next.modelKey
    const model = currentModel(state.model)
    const asked =
      isAsked && next.asks && model
        ? {
            modelKey: model.key,
            drawingsOnly: knowsDrawingsOnly(model),
            question: next.asks.question(numbers.numberOf),
          }
        : null
    known.asked = next
    if (more) {
      // What is asked of every row stays known beside it.
      if (!isAsked) next.asks?.question(numbers.numberOf)
      more(numbers.numberOf)
    }
    return {
      change: rows.take(state.pictures, next.modelKey),
      vectors: isAsked || more ? numbers.take() : null,
      asks: isAsked ? { asked } : null,
      compares: before?.good === next.good ? null : { good: next.good },
    }
  }

  const publish = (last: Arrangement) => {
    setState((state) =>
      isLong(state)
        ? { arranging: { kind: newsOf(sentOf(state)) === 'none' ? 'done' : 'working', last } }
        : {},
    )
  }

  /** Ends the worker; the next one is told of everything. What is still on its way is no longer waited for. */
  const startOver = () => {
    columns.stop()
    told = null
    calls += 1
    answered = calls
  }

  const fail = (error: TaglensError) => {
    setState({ arranging: { kind: 'failed', error } })
    onFailed(error)
  }

  const send = async () => {
    timer = null
    const state = getState()
    if (!isLong(state) || state.arranging.kind === 'failed') return
    calls += 1
    const call = calls
    sentAt = now()
    const next = sentOf(state)
    const news = takeNews(state, next)
    toldNow().sent = next
    const outcome = await columns.arrange({ ...news, view: lookedAt(state) })
    // A newer call is told of all that this one was told of, and says more.
    if (call !== calls) return
    answered = call
    switch (outcome.kind) {
      case 'cancelled':
        break
      case 'failed':
        failures += 1
        startOver()
        if (failures > 1) fail(outcome.error)
        break
      case 'done': {
        failures = 0
        const { order, counts, beyond, meanMargin, histograms } = outcome.value
        publish({ order, counts: new Map(counts), beyond, meanMargin, histograms: new Map(histograms) })
      }
    }
    follow()
  }

  const follow = () => {
    const state = getState()
    if (!isLong(state)) {
      // What someone waits for is not taken from them.
      if (told && state.view === 'grid' && asking === 0) startOver()
      return
    }
    if (state.arranging.kind === 'failed') return
    const news = newsOf(sentOf(state))
    if (news === 'none') return
    if (state.arranging.kind !== 'working') {
      // That is a change too, which is followed from here.
      setState({ arranging: { kind: 'working', last: lastOf(state.arranging) } })
      return
    }
    // What only more rows would change waits for the answer that is on its way.
    if (timer !== null || (news === 'rows' && answered < calls)) return
    // What is being embedded is asked in a moment: half of a question would be judged for nothing.
    const wait = Math.max(state.embeddingTags ? APART_MS : 0, sentAt + APART_MS - now())
    if (wait <= 0) void send()
    else timer = setTimeout(() => void send(), wait)
  }

  return {
    follow,
    retry: () => {
      failures = 0
      setState(({ arranging }) =>
        arranging.kind === 'failed' ? { arranging: { kind: 'working', last: lastOf(arranging) } } : {},
      )
      follow()
    },
    ask: async (call) => {
      asking += 1
      try {
        return await call(columns, (more) => {
          const state = getState()
          return takeNews(state, sentOf(state), more)
        })
      } finally {
        asking -= 1
      }
    },
  }
}
