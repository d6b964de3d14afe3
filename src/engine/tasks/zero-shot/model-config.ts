import * as v from 'valibot'
import { wrongShape } from '../../hub/wrong-shape'
import { done, failed, type Outcome } from '../../../core/errors/outcome'
import { isPlausible, type LogitScale } from '../../../core/model/files/logit-scale'
import { shorten, visibleText } from '../../../core/tags/visible-text'
import type { Activation } from '../../../core/question/scoring/ranking'
import { detectFamily, families, type FamilyName, type TextRule } from './model-family'

/** What of a model's `config.json` matters here, with what its family says where the file does not. */
export interface ModelConfig {
  readonly family: FamilyName
  /** What people read; empty where the model does not say. */
  readonly name: string
  readonly scope: string
  /** A revision that the model states itself; empty otherwise. */
  readonly revision: string
  readonly activation: Activation
  /** `null` where neither the file nor the family tells it. */
  readonly scale: LogitScale | null
  readonly text: TextRule
  /** Heads of the vision tower's attention; `null` where the file does not say. */
  readonly heads: number | null
  /** Those of the text tower's. */
  readonly textHeads: number | null
  /** Path of embeddings of common prompts that travel with the model; empty where it has none. */
  readonly textVectors: string
  /** Path of the embeddings that the self-check's canned input must give; empty where it has none. */
  readonly golden: string
}

/** Letters of the name of a family that is not known. */
const LONGEST_FAMILY = 60

/** No prompt needs more; a config that asks for more would have the tokenizer allocate it. */
const MAX_TOKENS_LIMIT = 8192

const Finite = v.pipe(v.number(), v.finite())
const Positive = v.pipe(Finite, v.gtValue(0))
const TokenCount = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_TOKENS_LIMIT))

/** A path inside the model: nothing that could lead out of it. */
const InnerPath = v.pipe(v.string(), v.regex(/^[\w-]+\.json$/))

/** Both words for it are in use: `no_causal_mask` (open_clip) and `causal_masking` (Apple). */
const TextSchema = v.object({
  num_attention_heads: v.fallback(v.nullish(TokenCount), null),
  heads: v.fallback(v.nullish(TokenCount), null),
  max_position_embeddings: v.nullish(TokenCount),
  context_length: v.nullish(TokenCount),
  no_causal_mask: v.nullish(v.boolean()),
  causal_masking: v.nullish(v.boolean()),
})

/** A text that people read. */
const Shown = v.pipe(v.string(), v.transform(visibleText))

const ConfigSchema = v.object({
  model_type: v.nullish(v.string()),
  architectures: v.nullish(v.array(v.string())),
  _name_or_path: v.nullish(v.string()),
  /** What cosines are multiplied by, not its logarithm. */
  logit_scale: v.nullish(Positive),
  logit_bias: v.nullish(Finite),
  // Of no concern but to our own kernels: whatever else stands there is no reason to refuse a model.
  vision_config: v.fallback(v.nullish(v.object({ num_attention_heads: v.nullish(TokenCount) })), null),
  text_config: v.nullish(TextSchema),
  text_cfg: v.nullish(TextSchema),
  taglens: v.optional(
    v.object({
      name: v.optional(Shown, ''),
      scope: v.optional(Shown, ''),
      revision: v.optional(v.string(), ''),
      text_vectors: v.optional(InnerPath),
      golden: v.optional(InnerPath),
    }),
    {},
  ),
})

type Text = v.InferOutput<typeof TextSchema>

/** What the file states; a family that has no bias of its own needs none stated. */
const statedScale = (
  scale: number | null | undefined,
  bias: number | null | undefined,
  family: LogitScale | null,
): LogitScale | null => {
  const stated = { scale: scale ?? family?.scale ?? NaN, bias: bias ?? family?.bias ?? NaN }
  return isPlausible(stated) ? stated : null
}

const attendsBothWays = ({ no_causal_mask, causal_masking }: Text): boolean | null => {
  if (typeof no_causal_mask === 'boolean') return no_causal_mask
  return typeof causal_masking === 'boolean' ? !causal_masking : null
}

/**
 * Checks `config.json`, as `ownConfig` gives it.
 * @param file names it in errors.
 * @param name the model's id or address: for some families the only place that tells them.
 */
export const parseModelConfig = (json: unknown, file: string, name: string): Outcome<ModelConfig> => {
  const parsed = v.safeParse(ConfigSchema, json)
  if (!parsed.success) return wrongShape(file, parsed.issues)
  const { model_type, architectures, logit_scale, logit_bias, taglens } = parsed.output
  const text: Text = parsed.output.text_config ?? parsed.output.text_cfg ?? {}
  const family = detectFamily({
    modelType: model_type ?? '',
    architectures: architectures ?? [],
    attendsBothWays: attendsBothWays(text),
    name: `${name} ${parsed.output._name_or_path ?? ''}`,
  })
  if (!family) {
    const named = model_type ?? architectures?.join(', ') ?? ''
    return failed({
      code: 'UNSUPPORTED_MODEL',
      problem: { kind: 'unknown-family', family: shorten(named, LONGEST_FAMILY) },
    })
  }
  const common = families[family]
  return done({
    family,
    name: taglens.name,
    scope: taglens.scope,
    revision: taglens.revision,
    activation: common.activation,
    scale: statedScale(logit_scale, logit_bias, common.scale),
    text: {
      ...common.text,
      maxTokens: text.max_position_embeddings ?? text.context_length ?? common.text.maxTokens,
    },
    heads: parsed.output.vision_config?.num_attention_heads ?? null,
    textHeads: text.num_attention_heads ?? text.heads ?? null,
    textVectors: taglens.text_vectors ?? '',
    golden: taglens.golden ?? '',
  })
}
