import { hubSource } from '../../../core/model/catalogue/model-names'
import { HUB_HOST, type ModelSource } from '../../../core/model/model-source'

/** What a person typed about a model of a hub. */
export interface TypedHubModel {
  readonly id: string
  readonly revision: string
  /** The hub, unless the address of a model's page says another. */
  readonly host: string
}

const HTTP = /^https?:\/\//

/** The hub's own address, as it is typed: without a scheme. */
const HUB = /^(?:www\.)?(?:huggingface\.co|hf\.co)\//i

/**
 * Reads what a person typed as a model of the hub. The address of a model's page is taken apart, since that is
 * what people copy; its host counts then.
 *
 * @returns `null` where it is not `owner/name`.
 */
export const readHubModel = ({ id: typed, revision, host }: TypedHubModel): ModelSource | null => {
  const bare = typed.trim()
  const text = HUB.test(bare) ? `${HUB_HOST}/${bare.replace(HUB, '')}` : bare
  const url = HTTP.test(text) ? URL.parse(text) : null
  const path = (url ? url.pathname.slice(1) : text).replace(/\/+$/, '')
  const [id = '', rest = ''] = path.split(/\/(?=(?:tree|blob|resolve)\/)/)
  const named = /^(?:tree|blob|resolve)\/([^/]+)/.exec(rest)?.[1]
  // A part of nothing but dots would climb out of the repository.
  if (!/^(?!\.+\/)[\w.-]+\/(?!\.+$)[\w.-]+$/.test(id)) return null
  return hubSource(url ? url.origin : host, id, named ?? (revision.trim() || 'main'))
}

/** Reads what a person typed as the address of a model's folder; `null` where it is no web address. */
export const readModelAddress = (typed: string): ModelSource | null => {
  const baseUrl = typed.trim()
  return HTTP.test(baseUrl) && URL.canParse(baseUrl) ? { kind: 'url', baseUrl } : null
}
