import { assertNever } from '../core/errors/assert-never'
import type { ApiError } from './api-calls'
import type { ClassifyFixedOptions, ClassifyOptions, TaglensApi } from './taglens-api'
import { TaglensRejection, words } from './rejection'
import { LOADING_WITHIN, type ModelPlace, whenModelSettles } from './when-model-settles'
import * as v from 'valibot'

const Picture = v.pipe(
  v.union([v.instance(Blob), v.instance(ArrayBuffer)], 'a picture is a Blob or an ArrayBuffer'),
  v.transform((picture) => (picture instanceof Blob ? picture : new Blob([picture]))),
)

const Pictures = v.array(Picture, 'pictures must be a list')

/** What is inside is checked by the page API, which the params are handed to. */
const Whatever = v.optional(v.unknown())

const Schema = v.variant(
  'method',
  [
    v.object({ method: v.literal('model') }),
    v.object({
      method: v.literal('classify'),
      params: v.object({
        pictures: Pictures,
        labels: Whatever,
        template: Whatever,
        templates: Whatever,
        literal: Whatever,
        mode: Whatever,
        noneMargin: Whatever,
      }),
    }),
    v.object({
      method: v.literal('classifyFixed'),
      params: v.object({ pictures: Pictures, topK: Whatever }),
    }),
    v.object({ method: v.literal('embedImages'), params: v.object({ pictures: Pictures }) }),
    v.object({ method: v.literal('embedTexts'), params: v.object({ texts: Whatever }) }),
    v.object({
      method: v.literal('cancel'),
      params: v.object({ id: v.union([v.string(), v.number()], 'the id of a request is expected') }),
    }),
  ],
  'method is model, classify, classifyFixed, embedImages, embedTexts or cancel',
)

/** A request of another site, as far as it is checked here. */
export type MessageRequest = v.InferOutput<typeof Schema>

/**
 * Checks what another site asks.
 * @throws `VALIDATION_ERROR` that says what is wrong with it.
 */
const parseMessage = (data: unknown): MessageRequest => {
  const parsed = v.safeParse(Schema, data)
  if (parsed.success) return parsed.output
  throw new TaglensRejection({ message: `${parsed.issues[0].message}.`, code: 'VALIDATION_ERROR' })
}

/** What the answers are made with. */
export interface MessageDeps extends ModelPlace {
  readonly api: TaglensApi
  /** Stops an earlier request of the same site; `false` where there is none. */
  readonly cancel: (id: string | number) => boolean
}

/** How a request ended; put beside its id. */
export type MessageAnswer = { readonly result: unknown } | { readonly error: ApiError }

const resultOf = async (deps: MessageDeps, data: unknown, signal: AbortSignal): Promise<unknown> => {
  const { api } = deps
  const request = parseMessage(data)
  switch (request.method) {
    case 'cancel':
      return deps.cancel(request.params.id)
    case 'model':
      await whenModelSettles(deps, null, signal, LOADING_WITHIN)
      if (signal.aborted) throw new TaglensRejection({ message: words.cancelled, code: 'CANCELLED' })
      return api.model()
    case 'classify': {
      const { pictures, ...options } = request.params
      // The page API checks its input at run time, whatever type it is given.
      return api.classify(pictures, { ...options, signal } as ClassifyOptions)
    }
    case 'classifyFixed': {
      const { pictures, ...options } = request.params
      // As above.
      return api.classifyFixed(pictures, { ...options, signal } as ClassifyFixedOptions)
    }
    case 'embedImages':
      return api.embedImages(request.params.pictures, { signal })
    case 'embedTexts':
      // As above.
      return api.embedTexts(request.params.texts as readonly string[], { signal })
    default:
      return assertNever(request)
  }
}

/** Does what another site asks that the person has allowed, without touching the page's tags, pictures or model. */
export const answerMessage = async (
  deps: MessageDeps,
  data: unknown,
  signal: AbortSignal,
): Promise<MessageAnswer> => {
  try {
    return { result: await resultOf(deps, data, signal) }
  } catch (error) {
    // Its fields alone: an `Error` would lose its code on the way.
    return {
      error:
        error instanceof TaglensRejection ? error.toJSON() : { message: String(error), code: 'UNEXPECTED' },
    }
  }
}
