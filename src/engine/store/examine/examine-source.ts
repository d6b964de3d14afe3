import type { Milliseconds } from '../../../core/brands'
import type { DownloadLimits } from '../../../core/model/download/retry'
import type { RemoteSource } from '../../../core/model/model-source'
import type { ModelListing } from '../../../core/model/stored/stored-model'
import { done, type Outcome } from '../../../core/errors/outcome'
import type { Dtype } from '../../../core/runtime/runtime'
import { layOutListing } from '../../../core/model/files/lay-out-model'
import { examineFolder } from './examine-folder'
import { examineHub } from './examine-hub'
import { judgeListing, type ExamineTools } from './judge-listing'

/** Share of the wait for a silent host that goes to the hub's API; what is left shows whether it has files alone. */
const SHARE_OF_API = 0.8

/**
 * Lists what a source's host has. A mirror that has the hub's files and not its API is asked like any
 * other host, in what is left of the time that a silent host is given.
 */
const listSource = async (
  source: RemoteSource,
  dtypes: readonly Dtype[],
  limits: DownloadLimits,
  signal: AbortSignal,
): Promise<Outcome<ModelListing>> => {
  if (source.kind === 'hub') {
    const began = performance.now()
    const silence = (limits.silence * SHARE_OF_API) as Milliseconds
    const listed = await examineHub(source, { ...limits, silence }, signal)
    if (listed.kind === 'done' || listed.kind === 'cancelled') return listed
    const hasNoApi =
      listed.error.code === 'MODEL_NOT_FOUND' ||
      (listed.error.code === 'NETWORK' && [0, 401, 403, 405, 501].includes(listed.error.status))
    if (!hasNoApi) return listed
    if (listed.error.code === 'NETWORK' && listed.error.status === 0) {
      const left = (limits.silence - (performance.now() - began)) as Milliseconds
      return left > 0 ? examineFolder(source, dtypes, { ...limits, silence: left }, signal) : listed
    }
  }
  return examineFolder(source, dtypes, limits, signal)
}

/**
 * Asks a source's host what files there are, by their paths inside the model, and reads the small ones that say whether
 * it can run here. No weights are fetched.
 * @returns `UNSUPPORTED_MODEL` where it cannot.
 */
export const examineSource = async (
  source: RemoteSource,
  dtypes: readonly Dtype[],
  tools: ExamineTools,
  signal: AbortSignal,
): Promise<Outcome<ModelListing>> => {
  const listed = await listSource(source, dtypes, tools.limits, signal)
  if (listed.kind !== 'done') return listed
  const files = layOutListing(listed.value.files)
  if (files.kind !== 'done') return files
  const listing = { ...listed.value, files: files.value }
  const judged = await judgeListing(source, listing, tools, signal)
  return judged.kind === 'done' ? done(listing) : judged
}
