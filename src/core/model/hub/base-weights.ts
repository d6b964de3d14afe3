import { checkpointName, isPlausible, type LogitScale } from '../files/logit-scale'
import { isJsonObject } from '../../json-object'
import { isHubId } from '../../site/links/hub-id'

/** The weights of a repository of Python's, in the format of `safetensors`. */
export const WEIGHTS_FILE = 'model.safetensors'

/** Bytes of a weights file's beginning that are asked for: the header of the largest SigLIP has 120 kB. */
export const HEADER_BYTES = 256 * 1024

/** Bytes of one number of a weights file. */
export const NUMBER_BYTES = 4

/** Ids that a `config.json` or the hub's answer about a model give for what it was made from. */
const namedBases = (config: unknown, about: unknown): readonly unknown[] => {
  const path = isJsonObject(config) ? config._name_or_path : undefined
  const card = isJsonObject(about) && isJsonObject(about.cardData) ? about.cardData.base_model : undefined
  return [path, ...(Array.isArray(card) ? (card as readonly unknown[]) : [card])]
}

/**
 * The repository that a model was converted from; `null` where none is named. A conversion has the name of its base:
 * a base of another name was trained further, which moves the scale.
 * @param config the model's parsed `config.json`.
 * @param about the hub's answer about the model.
 */
export const convertedFrom = (id: string, config: unknown, about: unknown): string | null =>
  namedBases(config, about)
    .filter((base) => typeof base === 'string')
    .find((base) => isHubId(base) && base !== id && checkpointName(base) === checkpointName(id)) ?? null

/** Where the two numbers begin in the weights file. */
export interface ScalePlaces {
  readonly scale: number
  readonly bias: number
}

const placeOf = (entry: unknown, dataFrom: number): number | null => {
  if (!isJsonObject(entry) || entry.dtype !== 'F32') return null
  const offsets: readonly unknown[] = Array.isArray(entry.data_offsets) ? entry.data_offsets : []
  const [from, to] = offsets
  return typeof from === 'number' && Number.isSafeInteger(from) && from >= 0 && to === from + NUMBER_BYTES
    ? dataFrom + from
    : null
}

/** Bytes before a weights file's header that say how long it is. */
export const LENGTH_BYTES = 8

/** Length of the header of a weights file, by its first {@link LENGTH_BYTES}. */
export const headerLength = (start: Uint8Array): number =>
  Number(new DataView(start.buffer, start.byteOffset, LENGTH_BYTES).getBigUint64(0, true))

/**
 * Finds scale and bias by the header of a weights file, which has type and place of each tensor.
 * @param header parsed.
 * @param dataFrom where the header ends.
 * @returns `null` where it has not both as numbers of 32 bits.
 */
export const findScale = (header: unknown, dataFrom: number): ScalePlaces | null => {
  if (!isJsonObject(header)) return null
  const scale = placeOf(header.logit_scale, dataFrom)
  const bias = placeOf(header.logit_bias, dataFrom)
  return scale === null || bias === null ? null : { scale, bias }
}

const numberOf = (bytes: Uint8Array): number =>
  new DataView(bytes.buffer, bytes.byteOffset).getFloat32(0, true)

/** The scale from its bytes: weights hold its logarithm. `null` where no model can have it. */
export const toLogitScale = (scale: Uint8Array, bias: Uint8Array): LogitScale | null => {
  if (scale.length < NUMBER_BYTES || bias.length < NUMBER_BYTES) return null
  const read = { scale: Math.exp(numberOf(scale)), bias: numberOf(bias) }
  return isPlausible(read) ? read : null
}
