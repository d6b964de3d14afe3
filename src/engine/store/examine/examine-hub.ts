import type { DownloadLimits } from '../../../core/model/download/retry'
import {
  nextPage,
  parseHubRevision,
  parseHubTree,
  revisionAddress,
  treeAddress,
} from '../../../core/model/hub/hub-tree'
import type { ModelSource } from '../../../core/model/model-source'
import type { ListedFile, ModelListing } from '../../../core/model/stored/stored-model'
import { done, failed, type Outcome } from '../../../core/errors/outcome'
import { askForJson } from './ask-host'

/** More pages than any model's listing has, of a thousand files each. */
const MOST_PAGES = 20

/**
 * Reads what the hub lists of a model. The revision is turned into a commit first, so that listing and files are
 * of one state whatever happens to the branch meanwhile.
 */
export const examineHub = async (
  source: Extract<ModelSource, { readonly kind: 'hub' }>,
  limits: DownloadLimits,
  signal: AbortSignal,
): Promise<Outcome<ModelListing>> => {
  const { host, id } = source
  const address = revisionAddress(host, id, source.revision)
  const about = await askForJson(address, limits, signal)
  if (about.kind !== 'done') return about
  const revision = parseHubRevision(about.value.json)
  if (revision === null) return failed({ code: 'MODEL_NOT_FOUND', url: address })

  const files: ListedFile[] = []
  let page: string | null = treeAddress(host, id, revision)
  for (let count = 0; page !== null && count < MOST_PAGES; count++) {
    const listed = await askForJson(page, limits, signal)
    if (listed.kind !== 'done') return listed
    const entries = parseHubTree(listed.value.json)
    if (!entries) return failed({ code: 'MODEL_NOT_FOUND', url: page })
    files.push(...entries)
    const next = nextPage(listed.value.headers.get('link'))
    const following: string | null = next === null ? null : (URL.parse(next, page)?.href ?? next)
    // Another host is one that the person has not chosen, whatever this one says.
    if (following !== null && URL.parse(following)?.origin !== new URL(page).origin)
      return failed({ code: 'MODEL_CORRUPT', file: page, detail: `its next page is elsewhere: ${following}` })
    page = following
  }
  return done({ source, revision, files })
}
