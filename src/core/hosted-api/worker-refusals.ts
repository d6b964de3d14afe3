import { type HostedAnswer, refusal } from './hosted-answer'
import { type HostedRoute, methodsOf, mostBytes } from './hosted-route'

// [Note: refusals without a page] What the service worker refuses by itself, in words: there is no page to word it.
// All other errors are worded there.

/** An address under `api/` that is none. */
export const refuseUnknownPath = (): HostedAnswer =>
  refusal({
    message:
      'There is no such address here. Answered are api/image-classification/clip and /vit, clip/compare, clip/embed_image, clip/embed_text, infer/classification, api/huggingface/zero-shot-image-classification and image-classification, and by POST the version of a classifier of your own.',
    code: 'NOT_FOUND',
  })

/** A method that the route does not answer. */
export const refuseMethod = (route: HostedRoute, method: string): HostedAnswer =>
  refusal({
    message: `${method} is not answered here. Use ${methodsOf(route)
      .filter((name) => name !== 'OPTIONS' && name !== 'HEAD')
      .join(' or ')}.`,
    code: 'METHOD_NOT_ALLOWED',
  })

/** A form or a frame may be another site's; only an address that a person opens is taken. */
export const refuseForms = (): HostedAnswer =>
  refusal({
    message: 'Forms and frames are not answered. Use fetch from a page of the app.',
    code: 'ORIGIN_NOT_ALLOWED',
  })

/** A body over the limit of its route. */
export const refuseLargeBody = (route: HostedRoute): HostedAnswer => {
  const what = `The request is over ${mostBytes(route) / 1024 / 1024} MB.`
  return route === 'embed-text'
    ? refusal({ message: `${what} Send fewer texts at a time.`, code: 'BODY_TOO_LARGE' })
    : refusal({
        message: `${what} Make the picture smaller, or send fewer at a time.`,
        code: 'IMAGE_TOO_LARGE',
      })
}

/** @param detail what is wrong with the request, as a sentence. */
export const refuseBody = (detail: string): HostedAnswer =>
  refusal({ message: `${detail} Change it and try again.`, code: 'VALIDATION_ERROR' })

/** @param app address of the app */
export const refuseWithoutPage = (app: string): HostedAnswer =>
  refusal({
    message: `No page of the app is open to answer this. Open ${app} in a tab, then ask again.`,
    code: 'MODEL_NOT_LOADED',
  })

/** A page that took the work and was not heard of again. */
export const refuseSilentPage = (seconds: number): HostedAnswer =>
  refusal({
    message: `The page that was asked gave no answer for ${seconds} seconds. Look at its tab, then ask again.`,
    code: 'ENGINE_TIMEOUT',
  })

/** Who asked has stopped waiting. */
export const refuseCancelled = (): HostedAnswer =>
  refusal({ message: 'It was cancelled. Start it again when you like.', code: 'CANCELLED' })
