import { assertNever } from '../../core/errors/assert-never'
import type { UnitVector } from '../../core/brands'
import { type HostedAnswer, refusal, success } from '../../core/hosted-api/hosted-answer'
import {
  type HostedPicture,
  type HostedSubject,
  type HostedWork,
  taskOf,
} from '../../core/hosted-api/hosted-work'
import { cosine } from '../../core/question/scoring/cosine'
import { toHuggingFace } from '../../core/views/hugging-face'
import { toComparison, toRoboflowEmbeddings, toRoboflowTrained } from '../../core/views/roboflow'
import { toVehicore } from '../../core/views/vehicore'
import { toVitAnswer } from '../../core/tasks/fixed-labels/vehicore-vit'
import type { ApiPicture, FailedPicture } from '../api-calls'
import type { TrainedClassifier } from '../classifiers/classifiers'
import type { TaglensApi } from '../taglens-api'
import { TaglensRejection, words } from '../rejection'
import { LOADING_WITHIN, type ModelPlace, modelReadiness, whenModelSettles } from '../when-model-settles'
import type { ModelTask } from '../../core/tasks/model-task'
import type { StoredModel } from '../../core/model/stored/stored-model'
import { sourceName } from '../../core/model/model-source'

/** In place of a version: the one that answers now. */
const LATEST = 'latest'

/** Conversions of a model keep its name; only the owner differs: `openai/…` is `Xenova/…` here. */
const nameOf = (id: string): string => id.toLowerCase().split('/').at(-1) ?? ''

/**
 * Lets a request pass that insists on no model or on the one that is loaded. Another is never loaded for a request:
 * the person's pictures would be encoded again, and a download would have no consent (ADR 17).
 * @throws `MODEL_NOT_LOADED` where the model is on this device, `UNSUPPORTED_MODEL` where it is not; each says the
 * way on.
 */
const checkAskedModel = async (
  api: TaglensApi,
  asked: string | null,
  task: ModelTask,
  app: string,
): Promise<void> => {
  const loaded = api.model()
  if (asked === null || (loaded?.task === task && nameOf(loaded.id) === nameOf(asked))) return
  const stored = await api.models.list().catch(() => [])
  // A precision that is listed is here whole.
  const isAsked = ({ dtypes, source }: StoredModel) =>
    dtypes.length > 0 && source.kind !== 'disk' && nameOf(sourceName(source)) === nameOf(asked)
  if (stored.some(isAsked))
    throw new TaglensRejection({
      message: `${asked} is on this device and not loaded. Choose it in the app, then ask again.`,
      code: 'MODEL_NOT_LOADED',
    })
  // Links offer models that read tags; a classifier is chosen by hand.
  const place = task === 'zero-shot' ? `${app}?clipModel=${encodeURIComponent(asked)}` : app
  throw new TaglensRejection({
    message: `${asked} is not on this device. Ask without it, or get it there first: ${place}`,
    code: 'UNSUPPORTED_MODEL',
  })
}

/**
 * The classifier of the person's own that a request names, in the version that it names.
 * @throws `MODEL_NOT_FOUND` where it is not here, or has learned more since.
 */
const findTrained = async (api: TaglensApi, id: string, version: string): Promise<TrainedClassifier> => {
  const known = await api.classifiers.list()
  const found = known.find((one) => one.id === id)
  if (found && (version === LATEST || version === found.version)) return found
  const here = found
    ? `It is at version ${found.version}; ${LATEST} asks for whichever it is.`
    : known.length > 0
      ? `Here are ${known.map((one) => `${one.id}/${one.version}`).join(', ')}.`
      : 'None is here yet: say of a few pictures what they are, or train one with taglens.classifiers.'
  throw new TaglensRejection({
    message: `There is no classifier ${id}/${version} here. ${here}`,
    code: 'MODEL_NOT_FOUND',
  })
}

/** What the answers are made with. */
export interface HostedWorkDeps extends ModelPlace {
  readonly api: TaglensApi
  /** Address of the app, for those who have to go there. */
  readonly app: string
  /** Monotonic, in milliseconds. */
  readonly now: () => number
}

/** A picture that failed is the whole answer: these requests have one subject. */
const orThrow = <T extends object>(entry: T | FailedPicture | undefined): T => {
  if (entry === undefined) throw new Error('There is no entry for a picture.')
  if ('error' in entry) throw new TaglensRejection(entry.error)
  return entry
}

const toApiPicture = (picture: HostedPicture, image: Blob | null): ApiPicture => {
  switch (picture.kind) {
    case 'body':
      return image ?? new Blob()
    case 'url':
      return picture.url
    case 'base64':
      return `data:application/octet-stream;base64,${picture.base64}`
    default:
      return assertNever(picture)
  }
}

/** Embeddings of texts and pictures in their order. */
const embedAll = async (
  api: TaglensApi,
  subjects: readonly HostedSubject[],
  signal: AbortSignal,
): Promise<readonly UnitVector[]> => {
  const texts = subjects.flatMap((subject) => (subject.kind === 'text' ? [subject.text] : []))
  const pictures = subjects.flatMap((subject) =>
    subject.kind === 'picture' ? [toApiPicture(subject.picture, null)] : [],
  )
  const [ofTexts, ofPictures] = await Promise.all([
    texts.length > 0 ? api.embedTexts(texts, { signal }) : [],
    pictures.length > 0 ? api.embedImages(pictures, { signal }) : [],
  ])
  const vectorsOfTexts = ofTexts.map(({ embedding }) => embedding).values()
  const vectorsOfPictures = ofPictures.map((entry) => orThrow(entry).embedding).values()
  return subjects.map(({ kind }) => {
    const { value } = (kind === 'text' ? vectorsOfTexts : vectorsOfPictures).next()
    if (value === undefined) throw new Error('An embedding is missing.')
    return value
  })
}

const resultOf = async (
  deps: HostedWorkDeps,
  work: HostedWork,
  image: Blob | null,
  signal: AbortSignal,
): Promise<object> => {
  const { api, app, now } = deps
  await whenModelSettles(deps, taskOf(work), signal, LOADING_WITHIN)
  // The page API would wait on, and the service worker would not.
  if (!signal.aborted && modelReadiness(deps, taskOf(work)) === 'loading')
    throw new TaglensRejection({ message: words.stillLoading, code: 'MODEL_NOT_LOADED' })
  const began = now()
  const seconds = () => (now() - began) / 1000
  if ('model' in work) await checkAskedModel(api, work.model, taskOf(work), app)
  switch (work.kind) {
    case 'clip': {
      const { labels } = work
      const [entry] = await api.classify([toApiPicture(work.picture, image)], {
        labels,
        literal: true,
        signal,
      })
      return toVehicore(orThrow(entry))
    }
    case 'vit': {
      const [entry] = await api.classifyFixed([toApiPicture(work.picture, image)], { signal })
      return toVitAnswer(orThrow(entry))
    }
    case 'compare': {
      const [subject, ...prompts] = await embedAll(api, [work.subject, ...work.prompts], signal)
      const cosines = subject ? prompts.map((prompt) => cosine(subject, prompt)) : []
      return toComparison(cosines, seconds(), work.names)
    }
    case 'embed-image': {
      const subjects = work.pictures.map((picture) => ({ kind: 'picture', picture }) as const)
      return toRoboflowEmbeddings(await embedAll(api, subjects, signal), seconds())
    }
    case 'embed-text': {
      const subjects = work.texts.map((text) => ({ kind: 'text', text }) as const)
      return toRoboflowEmbeddings(await embedAll(api, subjects, signal), seconds())
    }
    case 'trained': {
      const { id, mode } = await findTrained(api, work.classifier, work.version)
      const pictures = work.pictures.map((picture) => toApiPicture(picture, image))
      const entries = await api.classify(pictures, { classifier: id, signal })
      const answers = entries.map((entry) => toRoboflowTrained(orThrow(entry), mode, work.confidence))
      return work.isList ? answers : orThrow(answers[0])
    }
    case 'hf-zero-shot': {
      const { labels, template } = work
      const [entry] = await api.classify([toApiPicture(work.picture, image)], {
        ...{ labels, template, literal: true, signal },
      })
      return toHuggingFace(orThrow(entry))
    }
    case 'hf-classes': {
      const { topK } = work
      const pictures = [toApiPicture(work.picture, image)]
      if (work.classifier === null) {
        const [entry] = await api.classifyFixed(pictures, { topK, signal })
        return orThrow(entry).classes.map(({ label, probability }) => ({ label, score: probability }))
      }
      const { id } = await findTrained(api, work.classifier, LATEST)
      const [entry] = await api.classify(pictures, { classifier: id, signal })
      return toHuggingFace(orThrow(entry)).slice(0, topK)
    }
    default:
      return assertNever(work)
  }
}

/** Does what a request of the hosted APIs asks, with the page's model and without touching its tags or pictures. */
export const answerHostedWork = async (
  deps: HostedWorkDeps,
  work: HostedWork,
  image: Blob | null,
  signal: AbortSignal,
): Promise<HostedAnswer> => {
  try {
    return success(await resultOf(deps, work, image, signal))
  } catch (error) {
    if (!(error instanceof TaglensRejection)) return refusal({ message: String(error), code: 'UNEXPECTED' })
    const { message, code } = error
    const wayOn = code === 'MODEL_NOT_LOADED' ? ` The page to do it in: ${deps.app}` : ''
    return refusal({ message: message + wayOn, code })
  }
}
