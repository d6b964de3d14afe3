import { fixedLabelCatalogue } from '../../core/model/catalogue/fixed-label-catalogue'
import { hubSource } from '../../core/model/catalogue/model-names'
import type { AppLink } from '../../core/site/links/app-link'
import { isWhole } from '../../core/model/stored/begun-download'
import { choiceOf } from '../../core/model/model-choice'
import { sourceName } from '../../core/model/model-source'
import type { StoredModel } from '../../core/model/stored/stored-model'
import { createLate } from '../../core/async/late'
import type { LinkedPage } from './linked-page'
import type { LinkedClassifierDeps } from './open-linked-classifier'

/** What opening a link's model takes. */
export type LinkedModelDeps = LinkedClassifierDeps

const classifiers = createLate(() => import('./open-linked-classifier'))

/** The newest stored model that a link can mean: the one that it names, or any classifier for the fixed-label mode. */
const findStored = (stored: readonly StoredModel[], { mode }: AppLink, id: string | null) => {
  const classifiers = new Set(fixedLabelCatalogue.map((model) => model.id))
  return stored.find((model) => {
    const name = sourceName(model.source)
    return isWhole(model) && (id === null ? mode === 'vit' && classifiers.has(name) : name === id)
  })
}

/**
 * Loads the model that a link asks for if it is on this device whole, else offers it: it may be a long download,
 * of which the size is shown first. Nothing is remembered, since the person has not chosen it.
 *
 * @returns whether it is being loaded, so that no other should be.
 */
export const openLinkedModel = async (
  deps: LinkedModelDeps,
  link: AppLink,
  page: LinkedPage,
): Promise<boolean> => {
  if (link.classifier !== null)
    return (await classifiers.load()).openLinkedClassifier(deps, link.classifier, page)
  if (!page.loads) return false
  const { store, engine, loader, notices, chooseModel } = deps
  const id = link.mode === 'vit' ? link.vitModel : link.clipModel
  if (id === null && link.mode === 'clip') return false
  const listed = await engine.models.list()
  const found = listed.kind === 'done' ? findStored(listed.value, link, id) : undefined
  if (found) {
    const choice = choiceOf(found.source)
    const { signal } = new AbortController()
    // Here at one precision is not here at the one that this device takes.
    const planned = await engine.plan(choice, signal)
    if (planned.kind === 'done' && planned.value.missing === 0) {
      void loader.load(choice)
      return true
    }
  }
  if (id === null)
    notices.show({
      tone: 'info',
      text: ({ t }) => t('notices.linkClassifier'),
      action: { label: ({ t }) => t('notices.choose'), opens: 'model' },
    })
  else
    notices.show({
      tone: 'info',
      text: ({ t }) => t('notices.linkModel', { name: id }),
      action: {
        label: ({ t }) => t('notices.show'),
        opens: 'model',
        run: () => {
          // Its size is shown before anything is downloaded.
          const source = hubSource(store.getState().settings.modelHost, id)
          void chooseModel(choiceOf(source))
        },
      },
    })
  return false
}
