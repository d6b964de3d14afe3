import { done, failed, type Outcome } from '../outcome'

/** What `/api/image-classification/vit` of VehiCore is asked. */
export interface VitRequest {
  /** Where the picture is: in the request's body, or at an address. */
  readonly image: { readonly kind: 'body' } | { readonly kind: 'url'; readonly url: string }
  /** Hub id of the model that is insisted on; `null` takes the one that is loaded. */
  readonly model: string | null
}

/** http(s), with a host, without a name and password before it. */
const ADDRESS = /^https?:\/\/[^\s/?#@]+([/?#]\S*)?$/i

/** A hub id: an owner and a name, neither of which climbs out of the hub. */
const HUB_ID = /^[\w-][\w.-]*\/[\w-][\w.-]*$/

const invalid = (detail: string) => failed({ code: 'VALIDATION_ERROR', detail })

/**
 * Reads the request, or says with `VALIDATION_ERROR` what is wrong with it. `labels` are ignored, as by the
 * hosted service: the labels are the model's.
 * @param query names and values in their order, as `URLSearchParams` lists them.
 * @param hasImage whether the body holds a file named `image`; it wins over an address.
 */
export const readVitRequest = (
  query: Iterable<readonly [name: string, value: string]>,
  hasImage: boolean,
): Outcome<VitRequest> => {
  const values = new Map(query)
  const url = values.get('url')?.trim() ?? ''
  const model = values.get('vitModel')?.trim() ?? ''
  if (model !== '' && !HUB_ID.test(model)) return invalid('vitModel must be a hub id such as owner/name')
  const chosen = model === '' ? null : model
  if (hasImage) return done({ image: { kind: 'body' }, model: chosen })
  if (url === '') return invalid('an image file or a url is expected')
  if (!ADDRESS.test(url)) return invalid('url must be an http or https address without a password')
  return done({ image: { kind: 'url', url }, model: chosen })
}
