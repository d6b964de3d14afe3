import { isHubId } from '../site/links/hub-id'
import { labelsFaults, readLabels } from '../site/links/label-list'
import { isPictureAddress } from '../site/links/picture-address'
import { done } from '../errors/outcome'
import { DEFAULT_TAGS } from '../tags/tag-list'
import type { HostedPicture, HostedWork } from './hosted-work'
import { invalid, type ReadOutcome } from './read-outcome'

/** Names and values in their order. */
export type RequestParameters = readonly (readonly [name: string, value: string])[]

const readPicture = (url: string | undefined, hasImage: boolean): ReadOutcome<HostedPicture> => {
  if (hasImage) return done({ kind: 'body' })
  const address = url?.trim() ?? ''
  if (address === '')
    return invalid('A picture is missing: send it as the form field image, or name it by url.')
  return isPictureAddress(address)
    ? done({ kind: 'url', url: address })
    : invalid('url is not an http(s) address without a user name.')
}

/**
 * Reads what `/api/image-classification/clip` and `/vit` are asked, or says what is wrong.
 * Without `labels` the six default ones are taken; `labels` that are given and empty are an error, as in a link to
 * the app. `/vit` ignores them: its labels are the model's.
 * @param parameters of the address, then the texts of the form.
 * @param hasImage whether the form holds a file named `image`; it wins over an address.
 */
export const readClassification = (
  kind: 'clip' | 'vit',
  parameters: RequestParameters,
  hasImage: boolean,
): ReadOutcome<HostedWork> => {
  const all = (name: string) => parameters.filter(([key]) => key === name).map(([, value]) => value)
  const picture = readPicture(all('url')[0], hasImage)
  if (picture.kind !== 'done') return picture
  const named = kind === 'clip' ? 'clipModel' : 'vitModel'
  const model = all(named)[0]?.trim() ?? ''
  if (model !== '' && !isHubId(model)) return invalid(`${named} is not a hub id such as owner/name.`)
  const asked = { picture: picture.value, model: model === '' ? null : model }
  if (kind === 'vit') return done({ kind, ...asked })
  const given = all('labels')
  if (given.length === 0) return done({ kind, ...asked, labels: DEFAULT_TAGS })
  const listed = readLabels(given)
  return 'fault' in listed
    ? invalid(`labels ${labelsFaults[listed.fault]}.`)
    : done({ kind, ...asked, labels: listed.labels })
}
