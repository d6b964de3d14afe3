import * as v from 'valibot'
import { done, failed, type Outcome } from '../../core/outcome'

/** What of a model's `config.json` and `tokenizer_config.json` matters here. */
export interface ModelConfig {
  /** What people read; empty where the model does not say. */
  readonly name: string
  readonly scope: string
  /** A revision that the model states itself; empty otherwise. */
  readonly revision: string
  readonly logitScale: number
  readonly maxTokens: number
  /** Path of embeddings of common prompts that travel with the model; empty where it has none. */
  readonly textVectors: string
}

/**
 * OpenAI's CLIP and MobileCLIP were trained with the logit scale clipped at 100 and ended there.
 * `logit_scale_init_value` in their `config.json` is where training began (ln(1/0.07)), not where it ended, so
 * it is not read. A config may state the trained scale as `logit_scale`.
 */
const CLIP_LOGIT_SCALE = 100

/** CLIP's context length, for configs that leave it out. */
const CLIP_MAX_TOKENS = 77

/** No prompt needs more; a config that asks for more would have the tokenizer allocate it. */
const MAX_TOKENS_LIMIT = 4096

const Positive = v.pipe(v.number(), v.finite(), v.gtValue(0))

const ConfigSchema = v.object({
  model_type: v.optional(v.string(), 'clip'),
  logit_scale: v.optional(Positive, CLIP_LOGIT_SCALE),
  text_config: v.optional(
    v.object({ max_position_embeddings: v.optional(v.pipe(Positive, v.maxValue(MAX_TOKENS_LIMIT))) }),
    {},
  ),
  taglens: v.optional(
    v.object({
      name: v.optional(v.string(), ''),
      scope: v.optional(v.string(), ''),
      revision: v.optional(v.string(), ''),
      // A path inside the model: nothing that could lead out of it.
      text_vectors: v.optional(v.pipe(v.string(), v.regex(/^[\w-]+\.json$/))),
    }),
    {},
  ),
})

/** Families whose text tower pools at the end token, so that a prompt needs no padding. */
const FAMILIES = new Set(['clip', 'mobileclip'])

/** Checks `config.json`. `file` names it in errors. */
export const parseModelConfig = (json: unknown, file: string): Outcome<ModelConfig> => {
  const parsed = v.safeParse(ConfigSchema, json)
  if (!parsed.success) return failed({ code: 'MODEL_CORRUPT', file, detail: v.summarize(parsed.issues) })
  const { model_type, logit_scale, text_config, taglens } = parsed.output
  if (!FAMILIES.has(model_type))
    return failed({ code: 'UNSUPPORTED_MODEL', detail: `its family is ${model_type}, not clip` })
  return done({
    name: taglens.name,
    scope: taglens.scope,
    revision: taglens.revision,
    logitScale: logit_scale,
    textVectors: taglens.text_vectors ?? '',
    maxTokens: text_config.max_position_embeddings ?? CLIP_MAX_TOKENS,
  })
}
