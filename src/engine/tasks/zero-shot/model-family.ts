import type { LogitScale } from '../../../core/model/files/logit-scale'
import type { Activation } from '../../../core/question/scoring/ranking'

/** How a prompt becomes what a text tower was trained on. */
export interface TextRule {
  /** Longest prompt in tokens, specials included. */
  readonly maxTokens: number
  /** `full` fills every prompt up to `maxTokens` with the tokenizer's padding token, which its text tower sees. */
  readonly padding: 'none' | 'full'
  /** `canonical` lower-cases, takes punctuation out and joins runs of space. */
  readonly cleaning: 'none' | 'canonical'
}

/** What the models of one family have in common, where a model's own files do not say otherwise. */
export interface ModelFamily {
  readonly activation: Activation
  /** `null` where every checkpoint has its own. */
  readonly scale: LogitScale | null
  readonly text: TextRule
}

/** The families that run here. */
export type FamilyName = 'clip' | 'mobileclip' | 'siglip' | 'chinese-clip' | 'jina' | 'metaclip2'

/** See [Note: logit scales] in `core/model/files/logit-scale.ts`. */
const CLIP_SCALE: LogitScale = { scale: 100, bias: 0 }

/**
 * [Note: padding] CLIP's text tower is causal and pools at the end token, so what follows that token cannot be
 * seen and padding is left out: a tag costs what it is long. MobileCLIP S0 to S2 attend both ways
 * (`no_causal_mask`) and SigLIP pools its last position: there the padding is part of the prompt.
 *
 * SigLIP's first tokenizer cleans a prompt itself, while SigLIP 2's (Gemma's) leaves that to its caller; cleaning
 * twice changes nothing, so both are cleaned here.
 */
export const families: Readonly<Record<FamilyName, ModelFamily>> = {
  clip: {
    activation: 'softmax',
    scale: CLIP_SCALE,
    text: { maxTokens: 77, padding: 'none', cleaning: 'none' },
  },
  mobileclip: {
    activation: 'softmax',
    scale: CLIP_SCALE,
    text: { maxTokens: 77, padding: 'full', cleaning: 'none' },
  },
  siglip: {
    activation: 'sigmoid',
    scale: null,
    text: { maxTokens: 64, padding: 'full', cleaning: 'canonical' },
  },
  // BERT's text tower, pooled at its first token, with whatever pads a prompt masked. Trained on 52 tokens.
  'chinese-clip': {
    activation: 'softmax',
    scale: CLIP_SCALE,
    text: { maxTokens: 52, padding: 'none', cleaning: 'none' },
  },
  // Pooled over the tokens that are not masked. Its scale was learnt, and is not published beside the towers.
  jina: {
    activation: 'softmax',
    scale: null,
    text: { maxTokens: 512, padding: 'none', cleaning: 'none' },
  },
  // CLIP's causal tower over a tokenizer of many languages, pooled at the end token.
  metaclip2: {
    activation: 'softmax',
    scale: null,
    text: { maxTokens: 77, padding: 'none', cleaning: 'none' },
  },
}

/** What of a `config.json` tells the family. */
export interface FamilyHints {
  /** Empty where the file has none. */
  readonly modelType: string
  readonly architectures: readonly string[]
  /** Whether the text tower attends both ways; `null` where the file does not say. */
  readonly attendsBothWays: boolean | null
  /** What the model is called: its id or address. */
  readonly name: string
}

const FAMILY_OF_TYPE: Readonly<Record<string, FamilyName>> = {
  clip: 'clip',
  clip_model: 'clip',
  mobileclip: 'mobileclip',
  mobileclip2: 'mobileclip',
  siglip: 'siglip',
  siglip2: 'siglip',
  chinese_clip: 'chinese-clip',
  chineseclip: 'chinese-clip',
  jina_clip: 'jina',
  jinaclip: 'jina',
  metaclip_2: 'metaclip2',
  metaclip2: 'metaclip2',
}

/** Python's class of a whole model, in lower case and without its last word: `CLIPModel` is `clip`. */
const typeOfClass = (architecture: string): string => architecture.toLowerCase().replace(/model$/, '')

/**
 * Tells a model's family, or `null` for one that is not known here. The hub's MobileCLIPs call themselves `clip`,
 * with their own name only in the repository's: a text tower that attends both ways, or that name, tells them.
 */
export const detectFamily = ({
  modelType,
  architectures,
  attendsBothWays,
  name,
}: FamilyHints): FamilyName | null => {
  const types = modelType === '' ? architectures.map(typeOfClass) : [modelType.toLowerCase()]
  // A config that states nothing is an export of CLIP: every other family has to name itself.
  const known = types.length === 0 ? 'clip' : types.map((type) => FAMILY_OF_TYPE[type]).find(Boolean)
  if (known !== 'clip') return known ?? null
  return (attendsBothWays ?? /mobile-?clip/i.test(name)) ? 'mobileclip' : 'clip'
}
