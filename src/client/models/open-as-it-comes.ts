import type { Bytes } from '../../core/brands'
import { done, failedBy, type Outcome } from '../../core/errors/outcome'
import { textVectorsPath } from '../../core/model/files/tower-path'
import type { InferenceHost } from '../workers/inference-host'
import { toFound, type BringRest, type FoundFiles } from './find-model-files'
import type { CallOptions } from './model-store'

/** A model that is open, with what is still to come of it. */
interface Opened {
  readonly host: Pick<InferenceHost, 'addFiles' | 'close'>
}

/** What opens files that are at hand. */
type Open<T extends Opened> = (found: FoundFiles, options: CallOptions) => Promise<Outcome<T>>

/** Whether what is at hand answers by itself for a while: it brings vectors in place of the text tower to come. */
const answersAlone = ({ files, textLater }: FoundFiles): boolean =>
  files.kind === 'blobs' && textLater !== undefined && files.blobs.has(textVectorsPath(textLater.dtype))

/** Opens what sees pictures while the text tower comes, and then hands it over: the line is what takes time. */
const openBeside = async <T extends Opened>(
  found: FoundFiles,
  bringRest: BringRest,
  { signal, onProgress }: CallOptions,
  open: Open<T>,
): Promise<Outcome<T>> => {
  const stop = new AbortController()
  let coming = true
  const bring = async () => {
    const rest = await bringRest({ signal: AbortSignal.any([signal, stop.signal]), onProgress })
    coming = false
    return rest
  }
  const openFirst = async () => {
    const opened = await open(found, {
      signal,
      onProgress: (progress) => {
        if (!coming) onProgress(progress)
      },
    })
    if (opened.kind !== 'done') stop.abort()
    return opened
  }
  const [opened, rest] = await Promise.all([openFirst(), bring()])
  if (opened.kind !== 'done') return opened
  const { host } = opened.value
  onProgress({ stage: 'opening', loaded: 0 as Bytes, total: null })
  const joined = rest.kind === 'done' ? await host.addFiles(rest.value, signal) : rest
  if (joined.kind === 'done') return opened
  host.close()
  return joined
}

/**
 * Opens a model of which the vision tower is at hand and the text tower may not be yet.
 * @returns the model with what brings the rest, where it answers without it meanwhile; `null` where all is open.
 */
export const openAsItComes = async <T extends Opened>(
  found: FoundFiles,
  options: CallOptions,
  open: Open<T>,
): Promise<Outcome<T & { readonly bringRest: BringRest | null }>> => {
  const { bringRest } = found
  const finish = (opened: Outcome<T>, rest: BringRest | null) =>
    opened.kind === 'done' ? done({ ...opened.value, bringRest: rest }) : opened
  if (!bringRest) return finish(await open(found, options), null)
  if (!answersAlone(found)) return finish(await openBeside(found, bringRest, options, open), null)
  const opened = await open(found, options)
  if (!failedBy(opened, 'MODEL_CORRUPT')) return finish(opened, bringRest)
  // Vectors that are not what they should be: the model opens with its tower.
  const rest = await bringRest(options)
  return rest.kind === 'done'
    ? finish(await open(toFound({ ...found, blobs: rest.value }, found.runtime, found.isNew), options), null)
    : rest
}
