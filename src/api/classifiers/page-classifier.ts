import { PAGE_CLASSIFIER } from '../../core/tasks/own/versions/classifier-name'
import { headVersion } from '../../core/tasks/own/own-record'
import { readTemplates } from '../../core/question/prompts/tag-prompts'
import type { AppState } from '../../state/app-state'
import type { OwnHead } from '../../state/tasks/own/own-head'
import type { RunningApp } from '../../state/create-app'
import { learnedPlaces } from '../../state/tasks/own/learned-places'
import type { KnownClassifier } from './known-classifier'

/** Reading the marks of an earlier visit and fitting a head to them takes no longer, in milliseconds. */
const LEARNED_WITHIN = 10_000

const toKnown = (own: OwnHead, { tags, settings }: AppState): KnownClassifier => {
  const { head, report } = own
  const textOf = new Map(tags.map(({ id, text }) => [id, text]))
  return {
    facts: {
      ...{ id: PAGE_CLASSIFIER, version: headVersion(head), mode: own.mode, examples: own.examples },
      labels: own.classIds.map((id) => textOf.get(id) ?? ''),
      accuracy: report?.accuracy ?? null,
      words_accuracy: report?.wordsShare ?? 0,
      better_than_words: report?.beatsWords ?? false,
      better_than_chance: report?.beatsChance ?? false,
      confusion: report?.table ?? [],
    },
    head,
    learned: learnedPlaces(own),
    words: { templates: readTemplates(settings.template), literal: false },
  }
}

/**
 * The classifier that the person teaches on the page, as it is now; `null` where there is none. One whose examples were
 * kept at an earlier visit is waited for.
 */
export const pageClassifier = async ({
  app: { store, actions },
}: Pick<RunningApp, 'app'>): Promise<KnownClassifier | null> => {
  const known = (state: AppState) => (state.own ? toKnown(state.own, state) : null)
  if (store.getState().own === null) {
    // Without that part there are no marks to answer by.
    await actions.marking.load().catch(() => undefined)
    await new Promise<void>((resolve) => {
      const finish = () => {
        clearTimeout(timer)
        unsubscribe()
        resolve()
      }
      const look = () => {
        const { own, ownError, marks, learns } = store.getState()
        if (own !== null || ownError !== null || marks.length === 0 || !learns) finish()
      }
      const timer = setTimeout(finish, LEARNED_WITHIN)
      const unsubscribe = store.subscribe(look)
      look()
    })
  }
  return known(store.getState())
}
