import type { DownloadLimits } from '../../../core/model/download/retry'
import { fileAddress } from '../../../core/model/hub/hub-address'
import type { RemoteSource } from '../../../core/model/model-source'
import type { ListedFile, ModelListing } from '../../../core/model/stored/stored-model'
import { done, failed, type Outcome } from '../../../core/errors/outcome'
import { judgeModel } from '../../tasks/judge-model'
import { askHost } from './ask-host'

/** Reads the descriptions of a listed model and judges them. What it has not is left to the choice of its files. */
export const judgeListing = async (
  source: RemoteSource,
  { revision, files }: ModelListing,
  limits: DownloadLimits,
  signal: AbortSignal,
): Promise<Outcome<null>> => {
  const find = (path: string) => files.find((file) => file.path === path)
  const [config, preprocessor] = [find('config.json'), find('preprocessor_config.json')]
  if (!config || !preprocessor) return done(null)
  const read = async (file: ListedFile): Promise<Outcome<unknown>> => {
    const asked = await askHost(fileAddress(source, revision, file), 'GET', limits, signal)
    if (asked.kind !== 'done') return asked
    try {
      return done(JSON.parse(asked.value.text) as unknown)
    } catch {
      return failed({ code: 'MODEL_CORRUPT', file: file.from ?? file.path, detail: 'it is not valid JSON' })
    }
  }
  const [told, preparing] = await Promise.all([read(config), read(preprocessor)])
  if (told.kind !== 'done') return told
  if (preparing.kind !== 'done') return preparing
  const paths = new Set(files.map(({ path }) => path))
  return judgeModel({ config: told.value, preprocessor: preparing.value, paths }, source)
}
