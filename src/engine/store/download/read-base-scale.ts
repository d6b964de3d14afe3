import { pathAddress, revisionAddress } from '../../../core/model/hub/hub-tree'
import {
  convertedFrom,
  findScale,
  HEADER_BYTES,
  headerLength,
  LENGTH_BYTES,
  NUMBER_BYTES,
  toLogitScale,
  WEIGHTS_FILE,
} from '../../../core/model/hub/base-weights'
import { knownLogitScale, type LogitScale } from '../../../core/model/files/logit-scale'
import type { ModelSource } from '../../../core/model/model-source'
import type { DownloadLimits } from '../../../core/model/download/retry'
import { parseModelConfig } from '../../tasks/zero-shot/model-config'
import { askForJson } from '../examine/ask-host'

/** The hub's source of a model. */
type HubSource = Extract<ModelSource, { readonly kind: 'hub' }>

/** Reads a body as far as `most` bytes. */
const readUpTo = async (body: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array> => {
  const bytes = new Uint8Array(most)
  let length = 0
  // Leaving the loop ends the body.
  for await (const piece of body) {
    const fitting = piece.subarray(0, most - length)
    bytes.set(fitting, length)
    length += fitting.length
    if (length === most) break
  }
  return bytes.subarray(0, length)
}

/** Bytes of a file on a host; `null` where it does not give them, for whatever reason. One range needs no preflight. */
const readRange = async (
  url: string,
  from: number,
  count: number,
  limits: DownloadLimits,
  signal: AbortSignal,
): Promise<Uint8Array | null> => {
  const patience = AbortSignal.any([signal, AbortSignal.timeout(limits.stall)])
  try {
    const { status, body } = await fetch(url, {
      signal: patience,
      headers: { Range: `bytes=${from}-${from + count - 1}` },
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    })
    const begins = status === 206 || (status === 200 && from === 0)
    if (body && begins) return await readUpTo(body, count)
    await body?.cancel()
    return null
  } catch {
    return null
  }
}

/** `null` where it is none. */
const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Scale and bias out of a weights file: its header, then two numbers, which mostly come with it. */
const readScale = async (
  url: string,
  limits: DownloadLimits,
  signal: AbortSignal,
): Promise<LogitScale | null> => {
  const start = await readRange(url, 0, HEADER_BYTES, limits, signal)
  if (!start || start.length < LENGTH_BYTES) return null
  const dataFrom = LENGTH_BYTES + headerLength(start)
  if (dataFrom > start.length) return null
  const header = new TextDecoder().decode(start.subarray(LENGTH_BYTES, dataFrom))
  const places = findScale(parseJson(header), dataFrom)
  if (!places) return null
  const numberAt = async (at: number): Promise<Uint8Array | null> =>
    at + NUMBER_BYTES <= start.length
      ? start.subarray(at, at + NUMBER_BYTES)
      : readRange(url, at, NUMBER_BYTES, limits, signal)
  const scale = await numberAt(places.scale)
  const bias = await numberAt(places.bias)
  return scale && bias ? toLogitScale(scale, bias) : null
}

/**
 * Reads the scale of a model whose own files and name do not tell it, from the weights of the repository that it was
 * converted from, on the same hub: a few hundred kilobytes of hundreds of megabytes. [Note: logit scales]
 * @param configText of its `config.json`.
 * @returns `null` where it needs none, or where it cannot be read: the model works without, and shows no percentages.
 */
export const readBaseScale = async (
  source: HubSource,
  revision: string,
  configText: string,
  limits: DownloadLimits,
  signal: AbortSignal,
): Promise<LogitScale | null> => {
  const config = parseJson(configText)
  const parsed = parseModelConfig(config, 'config.json', source.id)
  if (parsed.kind !== 'done' || parsed.value.scale || knownLogitScale(source)) return null
  const about = await askForJson(revisionAddress(source.host, source.id, revision), limits, signal)
  const base = convertedFrom(source.id, config, about.kind === 'done' ? about.value.json : null)
  if (base === null) return null
  return readScale(pathAddress({ ...source, id: base }, 'main', WEIGHTS_FILE), limits, signal)
}
