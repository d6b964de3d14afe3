import { isJsonObject } from '../../json-object'
import { sourcePath, type ModelSource } from '../model-source'

/** What a model learned to make a logit of a cosine: `cosine * scale + bias`. */
export interface LogitScale {
  /** Above 0; what cosines are multiplied by, not its logarithm. */
  readonly scale: number
  readonly bias: number
}

/** Lies beside a stored model whose scale was read from the repository that it was converted from. */
export const LOGIT_SCALE_FILE = 'logit-scale.json'

/** Of google/siglip-base-patch16-224; see below. */
const SIGLIP_BASE_224: LogitScale = { scale: 117.330765, bias: -12.932437 }

/**
 * [Note: logit scales] OpenAI's CLIP and MobileCLIP were trained with the logit scale clipped at 100 and ended
 * there. `logit_scale_init_value` in a `config.json` is where training began (ln(1/0.07)), not where it ended, so
 * it is not read. SigLIP's scale and bias are weights of each checkpoint that the split exports leave out, and they
 * differ: at a cosine of .12 siglip2-base-224 gives 0.04 by its own and 0.76 by siglip-base-224's. So they come from
 * the model's own `config.json`, from this table, or from the weights of the repository that it was converted from
 * (`base-weights.ts`); else the model's tags are ranked and have no percentages.
 *
 * The values of `model.safetensors` of google/siglip-base-patch16-224 and google/siglip2-base-patch16-224: exp of
 * `logit_scale`, 4.7649966 and 4.7244534, and `logit_bias`.
 */
const scaleByCheckpoint: ReadonlyMap<string, LogitScale> = new Map([
  ['siglip-base-patch16-224', SIGLIP_BASE_224],
  ['siglip2-base-patch16-224', { scale: Math.exp(4.724453449249268), bias: -16.771724700927734 }],
])

/** Stands in where a SigLIP's own scale is not known: all of theirs lie between 100 and 120. */
export const TYPICAL_SIGLIP_SCALE = SIGLIP_BASE_224

/**
 * What a checkpoint is called, by any owner: the last part of its id, without `-ONNX`. A model
 * that was trained further has a name of its own, and so not the numbers of what it began with.
 */
export const checkpointName = (id: string): string =>
  (id.split('/').at(-1) ?? id).toLowerCase().replace(/-onnx$/, '')

/** The scale of a checkpoint that is known by name; `null` for others. */
export const knownLogitScale = (source: ModelSource): LogitScale | null =>
  sourcePath(source)
    .split('/')
    .map((part) => scaleByCheckpoint.get(checkpointName(part)))
    .find((scale) => scale !== undefined) ?? null

/** Reads a {@link LOGIT_SCALE_FILE}; `null` where it is none, or says what no model can have. */
export const parseLogitScale = (json: unknown): LogitScale | null => {
  if (!isJsonObject(json)) return null
  const { logit_scale: scale, logit_bias: bias } = json
  return typeof scale === 'number' && typeof bias === 'number' && isPlausible({ scale, bias })
    ? { scale, bias }
    : null
}

/** The text of a {@link LOGIT_SCALE_FILE}. */
export const formatLogitScale = ({ scale, bias }: LogitScale): string =>
  JSON.stringify({ logit_scale: scale, logit_bias: bias })

/** Whether a scale is one that training can end with: CLIP's is clipped at 100, and SigLIP's end not far from it. */
export const isPlausible = ({ scale, bias }: LogitScale): boolean =>
  scale > 0 && scale < 1000 && Math.abs(bias) < 1000
