import { visibleText } from '../../tags/visible-text'
import type { ModelSource } from '../model-source'

/** What a pack says that it is: the model of a hub or an address. Anybody can write that into a pack. */
export interface ModelClaim {
  readonly source: Extract<ModelSource, { readonly kind: 'hub' | 'url' }>
  /** The commit that the files are said to be of. */
  readonly revision: string
}

/** Longer ones are of no model, and would fill the screen. */
const MOST_LETTERS = 200

const HOST = /^https?:\/\/[\w.:-]+(\/[\w./~%-]*)?$/
const HUB_ID = /^[\w.-]+(\/[\w.-]+)?$/
const REVISION = /^[\w./-]*$/

const isName = (text: string, pattern: RegExp): boolean => text.length <= MOST_LETTERS && pattern.test(text)

/** Reads a manifest's claim; `null` where it says nothing of a host, or says it in other than plain letters. */
export const readClaim = (source: ModelSource, revision: string): ModelClaim | null => {
  if (source.kind === 'app' || source.kind === 'disk' || !isName(revision, REVISION)) return null
  if (source.kind === 'url') return isName(source.baseUrl, HOST) ? { source, revision } : null
  const { host, id } = source
  return isName(host, HOST) && isName(id, HUB_ID) && isName(source.revision, REVISION)
    ? { source, revision }
    : null
}

const MOST_NAME_LETTERS = 80

/**
 * The name that brought files are kept under: the last part of a path, without what cannot be seen. It has no slash,
 * so it never is the id of a catalogue's model.
 */
export const fileModelName = (text: string): string =>
  visibleText(text.split(/[\\/]/).at(-1) ?? '')
    .trim()
    .slice(0, MOST_NAME_LETTERS)
    .trim() || 'model'
