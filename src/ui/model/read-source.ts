import { HUB_HOST, type ModelSource } from '../../core/model/model-source'

/** The model that everybody knows, in a form that runs here. */
export const DEFAULT_HUB_ID = 'Xenova/clip-vit-base-patch32'

/** Where {@link DEFAULT_HUB_ID} is. */
export const DEFAULT_MODEL: ModelSource = {
  kind: 'hub',
  host: HUB_HOST,
  id: DEFAULT_HUB_ID,
  revision: 'main',
}

/**
 * Reads what a person typed as a place of a model. A hub page's address is taken apart, since that is what
 * people copy.
 *
 * @returns `null` where it is neither `owner/name` nor an address of a web page.
 */
export const readSource = (kind: 'hub' | 'url', text: string): ModelSource | null => {
  const typed = text.trim()
  if (kind === 'url') return URL.canParse(typed) && /^https?:/.test(typed) ? { kind, baseUrl: typed } : null
  const id = typed.replace(/^https?:\/\/[^/]+\//, '').replace(/\/(tree|blob|resolve)\/.*$|\/+$/, '')
  return /^[\w.-]+\/[\w.-]+$/.test(id) ? { kind: 'hub', host: HUB_HOST, id, revision: 'main' } : null
}
