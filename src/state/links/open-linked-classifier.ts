import { choiceOf, isSameChoice, type ModelChoice } from '../../core/model/model-choice'
import { sourceKey, sourceName } from '../../core/model/model-source'
import { isWhole } from '../../core/model/stored/begun-download'
import { toClassifierName } from '../../core/tasks/own/versions/classifier-name'
import { versionNamed, type OwnVersion } from '../../core/tasks/own/versions/versions'
import { freeHues, type Tag, type TagList } from '../../core/tags/tag-list'
import { own as ownWords } from '../../words/en/own'
import type { AppActions } from '../app-actions'
import type { ActionDeps } from '../app-deps'
import type { LinkVisit } from '../app-state'
import { sameFieldsOf } from '../history/link-steps'
import { diffScoring, workOf } from '../history/work'
import type { WorkKeeper } from '../history/work-history'
import type { Notices } from '../messages/notices'
import { answeringModel } from '../model/current-model'
import type { ModelLoader } from '../model/model-loader'
import type { LinkedPage } from './linked-page'

/** What opening a kept classifier takes. */
export interface LinkedClassifierDeps extends Pick<ActionDeps, 'store' | 'engine' | 'wordsWith'> {
  readonly loader: Pick<ModelLoader, 'load'>
  readonly notices: Pick<Notices, 'show'>
  readonly marking: AppActions['marking']
  readonly chooseModel: AppActions['chooseModel']
  readonly work: Pick<WorkKeeper, 'record'>
}

/** The version's tags: those that are here as they are here. */
const tagsOf = ({ tags }: OwnVersion, here: TagList): TagList => {
  const byId = new Map(here.map((tag) => [tag.id, tag]))
  const nextHue = freeHues(tags.flatMap(({ id }) => byId.get(id) ?? []))
  return tags.map(({ id, text }): Tag => {
    const known = byId.get(id)
    return known ? { ...known, text } : { id, text, hue: nextHue(), threshold: null, picture: null }
  })
}

/** Puts what the version knew in the place of the person's own, for this visit, as one step. */
const beginVisit = ({ store, work }: LinkedClassifierDeps, version: OwnVersion): void => {
  const { linkVisit } = store.getState()
  const { tags, scoring, marks } = workOf(store.getState())
  const next = {
    tags: tagsOf(version, tags),
    marks: version.marks,
    scoring: { ...scoring, rules: { ...scoring.rules, mode: version.mode } },
  }
  const set = diffScoring(scoring, next.scoring) ?? {}
  const visit: LinkVisit = {
    ownTags: linkVisit?.ownTags ?? tags,
    ownScoring: { ...sameFieldsOf(scoring, set), ...linkVisit?.ownScoring },
    ownMarks: marks,
  }
  // Before the change, which would be written otherwise.
  store.setState({ linkVisit: visit, answersBy: 'own', learns: true })
  work.record({ kind: 'open-link', visit }, next)
}

/** Whether a model is on this device as far as it takes to answer. */
const isHere = async ({ engine }: LinkedClassifierDeps, choice: ModelChoice): Promise<boolean> => {
  if (choice.source.kind === 'app') return true
  const listed = await engine.models.list()
  const key = sourceKey(choice.source)
  if (listed.kind !== 'done' || !listed.value.some((one) => one.key === key && isWhole(one))) return false
  const planned = await engine.plan(choice, new AbortController().signal)
  return planned.kind === 'done' && planned.value.missing === 0
}

/** Loads the model that the version learned from, if it is here; else offers it. @returns as below. */
const openModel = async (deps: LinkedClassifierDeps, choice: ModelChoice): Promise<boolean> => {
  const { store, loader, notices, chooseModel } = deps
  const now = answeringModel(store.getState().model)
  if (now && isSameChoice(now.choice, choice)) return true
  if (await isHere(deps, choice)) {
    void loader.load(choice)
    return true
  }
  const name = sourceName(choice.source)
  notices.show({
    tone: 'info',
    text: ({ t }) => t('notices.linkModel', { name }),
    action: {
      label: ({ t }) => t('notices.show'),
      opens: 'model',
      // Its size is shown before anything is downloaded.
      run: () => void chooseModel(choiceOf(choice.source)),
    },
  })
  return false
}

/**
 * Opens the classifier of that name that is kept on this device: what it knew stands in the place of the person's own
 * for this visit, and its model is loaded if it is here whole. One that is not kept here is told, and changes nothing.
 *
 * @param page a visit that was ended on the page before it does not begin again.
 * @returns whether the model is here or being loaded, so that no other should be.
 */
export const openLinkedClassifier = async (
  deps: LinkedClassifierDeps,
  asked: string,
  { loads, isCarried }: LinkedPage,
): Promise<boolean> => {
  // With it come the versions of earlier visits.
  await deps.marking.load()
  const name = toClassifierName(asked)
  const version = name === null ? undefined : versionNamed(deps.store.getState().ownVersions, name)
  if (!version) {
    deps.notices.show({
      tone: 'problem',
      code: 'MODEL_NOT_FOUND',
      stays: true,
      text: () => deps.wordsWith(ownWords).t('own.noSuch', { name: asked.slice(0, 60) }),
      action: null,
    })
    return false
  }
  if (!isCarried || deps.store.getState().linkVisit !== null) beginVisit(deps, version)
  return loads && version.model ? openModel(deps, version.model.choice) : false
}
