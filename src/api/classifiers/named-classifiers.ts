import type { Classifier } from '../../client/classifier/create-classifier'
import { failed, type Outcome } from '../../core/errors/outcome'
import { joinRows } from '../../core/model/picture-encoding'
import { meaningPrompts, readTag, readTemplates } from '../../core/question/prompts/tag-prompts'
import { averageDirection } from '../../core/question/scoring/cosine'
import { versionNamed, type OwnVersion } from '../../core/tasks/own/versions/versions'
import { learnedClasses } from '../../core/tasks/own/training-set'
import { versionExamples } from '../../core/tasks/own/versions/version-examples'
import type { RunningApp } from '../../state/create-app'
import { wordModel } from '../../state/model/current-model'
import type { TaglensApi } from '../taglens-api'
import type { KnownClassifier } from './known-classifier'
import { trainedFacts } from './trained-facts'

/** What kept classifiers are asked with. */
export interface NamedClassifiersDeps {
  readonly api: Pick<TaglensApi, 'embedTexts'>
  readonly running: Pick<RunningApp, 'app'>
  readonly classifier: Pick<Classifier, 'train'>
  readonly valueOrThrow: <T>(outcome: Outcome<T>) => T
}

/** Classifiers that are kept on this device under names, as programs ask them. */
export interface NamedClassifiers {
  /** `null` where none has that name. Rejects with `MODEL_NOT_LOADED` where another model than its own answers. */
  find(name: string): Promise<KnownClassifier | null>
  /** Those that the model which answers can be asked by. */
  list(): Promise<readonly KnownClassifier[]>
}

/** Creates it. A classifier is fitted again to what it had learned from, once for a model and its templates. */
export const createNamedClassifiers = ({
  api,
  running,
  classifier,
  valueOrThrow,
}: NamedClassifiersDeps): NamedClassifiers => {
  const { store, actions } = running.app
  const fitted = new Map<string, Promise<KnownClassifier>>()

  /** The versions that are kept; none where that part does not load. */
  const versions = async (): Promise<readonly OwnVersion[]> => {
    await actions.marking.load().catch(() => undefined)
    return store.getState().ownVersions
  }

  const modelKeyNow = () => wordModel(store.getState().model)?.key

  /** What the tags mean in words, as the page reads them. */
  const wordsOf = async (labels: readonly string[], templates: readonly string[]): Promise<Float32Array> => {
    const rows: Float32Array[] = []
    for (const label of labels) {
      const meaning = readTag(label)
      const said = meaning.phrasings.length * templates.length
      const embedded = await api.embedTexts(meaningPrompts(meaning, templates))
      const direction = averageDirection(embedded.slice(0, said).map(({ embedding }) => embedding))
      rows.push(direction ?? new Float32Array(embedded[0]?.embedding.length ?? 0))
    }
    return joinRows(rows)
  }

  const fit = async (version: OwnVersion, name: string, templates: readonly string[]) => {
    const { key } = version.model ?? { key: '' }
    const examples = versionExamples(version, key)
    const labels = version.tags.map(({ text }) => text)
    const words = await wordsOf(labels, templates)
    const judged = valueOrThrow(
      await classifier.train({ ...examples, words }, new AbortController().signal, () => undefined),
    )
    const learned = learnedClasses({ ...examples, words, groups: examples.ids })
    return {
      ...{ facts: trainedFacts(name, labels, examples, judged, words), head: judged.head, learned },
      words: { templates, literal: false },
    }
  }

  const known = (version: OwnVersion, name: string): Promise<KnownClassifier> => {
    const { template } = store.getState().settings
    const key = JSON.stringify([version.id, name, version.at, template])
    const made = fitted.get(key) ?? fit(version, name, readTemplates(template))
    fitted.set(key, made)
    // What has failed is tried again when it is asked for.
    made.catch(() => fitted.delete(key))
    return made
  }

  return {
    find: async (asked) => {
      const version = versionNamed(await versions(), asked)
      if (version?.name === undefined) return null
      if (version.model?.key !== modelKeyNow()) return valueOrThrow(failed({ code: 'MODEL_NOT_LOADED' }))
      return known(version, version.name)
    },
    list: async () => {
      const key = modelKeyNow()
      const named = (await versions()).filter(({ name, model }) => name !== undefined && model?.key === key)
      return Promise.all(named.map((version) => known(version, version.name ?? '')))
    },
  }
}
