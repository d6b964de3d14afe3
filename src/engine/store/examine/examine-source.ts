import type { DownloadLimits } from '../../../core/model/download/retry'
import type { RemoteSource } from '../../../core/model/model-source'
import type { ModelListing } from '../../../core/model/stored/stored-model'
import type { Outcome } from '../../../core/errors/outcome'
import type { Dtype } from '../../../core/runtime/runtime'
import { examineFolder } from './examine-folder'
import { examineHub } from './examine-hub'

/**
 * Asks a source's host what files there are. A mirror that has the hub's files and not its API is asked like any
 * other host.
 */
export const examineSource = async (
  source: RemoteSource,
  dtypes: readonly Dtype[],
  limits: DownloadLimits,
  signal: AbortSignal,
): Promise<Outcome<ModelListing>> => {
  if (source.kind === 'hub') {
    const listed = await examineHub(source, limits, signal)
    if (listed.kind === 'done' || listed.kind === 'cancelled') return listed
    const hasNoApi =
      listed.error.code === 'MODEL_NOT_FOUND' ||
      (listed.error.code === 'NETWORK' && [0, 401, 403, 405, 501].includes(listed.error.status))
    if (!hasNoApi) return listed
  }
  return examineFolder(source, dtypes, limits, signal)
}
