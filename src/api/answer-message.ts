import { assertNever } from '../core/errors/assert-never'
import { parseMessage } from './parse-message'
import type { ApiError, ClassifyFixedOptions, ClassifyOptions, TaglensApi } from './taglens-api'
import { TaglensRejection } from './rejection'
import { LOADING_WITHIN, type ModelPlace, whenModelSettles } from './when-model-settles'
import { words } from './words'

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
