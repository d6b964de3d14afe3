import { refusal, type HostedAnswer } from './hosted-answer'
import { methodsOf, type HostedRoute } from './hosted-route'
import { mostBytes } from './limits'

/**
 * What the service worker refuses without a page, in words: it has no page to word it. All other errors are
 * worded there.
 */
export const refuseUnknownPath = (): HostedAnswer =>
  refusal({
    message:
      'There is no such address here. Answered are api/image-classification/clip and /vit, clip/compare, clip/embed_image and clip/embed_text.',
    code: 'NOT_FOUND',
  })

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

export const refuseLargeBody = (route: HostedRoute): HostedAnswer => ({
  ...refusal({
    message: `The request is over ${mostBytes(route) / 1024 / 1024} MB. Make the picture smaller, or send fewer at a time.`,
    code: route === 'embed-text' ? 'BODY_TOO_LARGE' : 'IMAGE_TOO_LARGE',
  }),
})

export const refuseBody = (detail: string): HostedAnswer =>
  refusal({ message: `${detail} Change it and try again.`, code: 'VALIDATION_ERROR' })

/** @param app address of the app */
export const refuseWithoutPage = (app: string): HostedAnswer =>
  refusal({
    message: `No page of the app is open to answer this. Open ${app} in a tab, then ask again.`,
    code: 'MODEL_NOT_LOADED',
  })

export const refuseSilentPage = (seconds: number): HostedAnswer =>
  refusal({
    message: `The page that was asked gave no answer for ${seconds} seconds. Look at its tab, then ask again.`,
    code: 'ENGINE_TIMEOUT',
  })

export const refuseCancelled = (): HostedAnswer =>
  refusal({ message: 'It was cancelled. Start it again when you like.', code: 'CANCELLED' })
