import { readsWords } from '../../core/model/loaded-model'
import type { Classifier } from '../../client/classifier/create-classifier'
import { failed, type Outcome } from '../../core/errors/outcome'
import { joinRows } from '../../core/model/picture-encoding'
import { judgeByHead } from '../../core/tasks/own/judge-by-head'
import { SLOT } from '../../core/question/scoring/prompt'
import { PAGE_CLASSIFIER } from '../../core/tasks/own/versions/classifier-name'
import { canLearn, learnedClasses, NO, UNKNOWN, YES } from '../../core/tasks/own/training-set'
import type { RunningApp } from '../../state/create-app'
import type { ApiPicture, ApiCallOptions, FailedPicture } from '../api-calls'
import type { ClassifyByOwnOptions, TaglensApi } from '../taglens-api'
import type { ClassifierAnswer, ClassifiersApi } from './classifiers'
import { classifyByOwn, type ClassifyByWords, type KnownClassifier } from './known-classifier'
import { createNamedClassifiers } from './named-classifiers'
import { pageClassifier } from './page-classifier'
import { trainedFacts } from './trained-facts'
import { parseInputs, parseTraining, type ParsedTraining } from './parse-training'

/** What classifiers of programs are made with. */
export interface ClassifiersApiDeps {
  readonly api: Pick<TaglensApi, 'model' | 'embedImages' | 'embedTexts'>
  readonly running: Pick<RunningApp, 'app'>
  readonly classify: ClassifyByWords
  readonly classifier: Pick<Classifier, 'train'>
  readonly newId: () => string
  readonly valueOrThrow: <T>(outcome: Outcome<T>) => T
}

/** `window.taglens.classifiers`, and `classify` by one of them. */
export interface OwnClassifiersApi extends ClassifiersApi {
  /** As {@link TaglensApi.classify}. */
  classify(pictures: readonly ApiPicture[], options: ClassifyByOwnOptions): ReturnType<TaglensApi['classify']>
}

const answerOf = ({ facts, head, learned }: KnownClassifier, vector: Float32Array): ClassifierAnswer => {
  const { probabilities, answers } = judgeByHead(head, learned, vector)
  return {
    top: facts.labels[probabilities.indexOf(Math.max(...probabilities))] ?? '',
    predictions: facts.labels.map((label, class_id) => ({
      ...{ label, class_id, probability: probabilities[class_id] ?? 0 },
      accepted: answers.includes(class_id),
    })),
  }
}

/** Builds `window.taglens.classifiers`. Loaded with its first call. */
export const createClassifiersApi = ({
  api,
  running,
  classify,
  classifier,
  newId,
  valueOrThrow,
}: ClassifiersApiDeps): OwnClassifiersApi => {
  const known = new Map<string, KnownClassifier>()
  const named = createNamedClassifiers({ api, running, classifier, valueOrThrow })
  const refuse = (detail: string): never => valueOrThrow(failed({ code: 'VALIDATION_ERROR', detail }))
  const find = async (id: unknown): Promise<KnownClassifier> =>
    (id === PAGE_CLASSIFIER
      ? await pageClassifier(running)
      : (known.get(String(id)) ?? (await named.find(String(id))))) ??
    valueOrThrow(failed({ code: 'MODEL_NOT_FOUND', url: String(id) }))

  /** A vector for each input, or why there is none. Pictures go through the model together. */
  const vectorsOf = async (
    inputs: readonly (ApiPicture | Float32Array)[],
    { signal }: ApiCallOptions,
  ): Promise<readonly (Float32Array | FailedPicture)[]> => {
    const pictures = inputs.flatMap((input) => (input instanceof Float32Array ? [] : [input]))
    const encoded =
      pictures.length === 0 ? [] : await api.embedImages(pictures, signal === undefined ? {} : { signal })
    let next = 0
    return inputs.map((input) => {
      if (input instanceof Float32Array) return input
      const entry = encoded[next]
      next += 1
      if (!entry) return new Float32Array()
      return 'error' in entry ? entry : entry.embedding
    })
  }

  /** What the labels mean to the model that made the vectors; zeros where none such is loaded. */
  const wordsOf = async (labels: readonly string[], width: number, options: ApiCallOptions) => {
    const model = api.model()
    if (!readsWords(model) || model.dimension !== width) return new Float32Array(labels.length * width)
    return joinRows((await api.embedTexts(labels, options)).map(({ embedding }) => embedding))
  }

  /** Rows of labels, as training reads them. */
  const labelRows = ({ labels, mode, examples }: ParsedTraining): Int8Array => {
    for (const { yes, no } of examples) {
      const unknown = [...yes, ...no].find((label) => !labels.includes(label))
      if (unknown !== undefined) refuse(`“${unknown}” is none of the labels`)
      if (mode === 'single' && yes.length !== 1) refuse('with one label an example has one in yes')
      if (yes.some((label) => no.includes(label))) refuse('a label cannot be in yes and in no')
    }
    const valueOf = (yes: readonly string[], no: readonly string[], label: string): number =>
      yes.includes(label) ? YES : mode === 'single' || no.includes(label) ? NO : UNKNOWN
    return Int8Array.from(examples.flatMap(({ yes, no }) => labels.map((label) => valueOf(yes, no, label))))
  }

  return {
    train: async (request, { onProgress = () => undefined, ...options } = {}) => {
      const training = valueOrThrow(parseTraining(request))
      const { labels, mode } = training
      const rows = labelRows(training)
      const inputs = training.examples.map((one) => ('vector' in one ? one.vector : one.picture))
      const vectors = (await vectorsOf(inputs, options)).map((entry, i) =>
        entry instanceof Float32Array
          ? entry
          : refuse(`example ${i} cannot be read (${'error' in entry ? entry.error.message : ''})`),
      )
      const width = vectors[0]?.length ?? 0
      if (vectors.some(({ length }) => length !== width)) refuse('all vectors must be of one length')
      const words = await wordsOf(labels, width, options)
      const set = { mode, width, vectors: joinRows(vectors), words, labels: rows }
      const ids = vectors.map((_, i) => `example ${String(i).padStart(6, '0')}`)
      if (width === 0 || !canLearn({ ...set, groups: ids }))
        refuse(mode === 'single' ? 'two labels need an example each' : 'a label needs a yes and a no')
      const signal = options.signal ?? new AbortController().signal
      const together = training.examples.map(({ group }) => group)
      const judged = valueOrThrow(await classifier.train({ ...set, ids, together }, signal, onProgress))
      const facts = trainedFacts(newId(), labels, { mode, ids }, judged, words)
      known.set(facts.id, {
        ...{ facts, head: judged.head, learned: learnedClasses({ ...set, groups: ids }) },
        words: { templates: [SLOT], literal: true },
      })
      return facts
    },
    predict: async (id, inputs, options = {}) => {
      const found = await find(id)
      const vectors = await vectorsOf(valueOrThrow(parseInputs(inputs)), options)
      return vectors.map((entry) => {
        if (!(entry instanceof Float32Array)) return entry
        if (entry.length !== found.head.width)
          return refuse(`vectors of ${found.head.width} numbers are expected`)
        return answerOf(found, entry)
      })
    },
    classify: async (pictures, { classifier: id, ...options }) =>
      classifyByOwn(await find(id), pictures, options, { classify, valueOrThrow }),
    list: async () => {
      const mine = await pageClassifier(running)
      return [...(mine ? [mine] : []), ...(await named.list()), ...known.values()].map(({ facts }) => facts)
    },
    remove: async (id) => {
      if (id === PAGE_CLASSIFIER) refuse(`“${PAGE_CLASSIFIER}” is the person's, who takes back what was said`)
      if (known.delete(id)) return
      const { facts } = await find(id)
      refuse(`“${facts.id}” is the person's, who takes its name from it`)
    },
  }
}
