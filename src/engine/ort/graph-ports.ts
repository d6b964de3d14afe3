import { done, failed, type Outcome } from '../../core/errors/outcome'

/**
 * Names that exporters give what a tower takes and gives, best first: `*_embeds` is behind the projection,
 * `pooler_output` is what SigLIP has instead, `sentence_embedding` and the short ones are of other exporters.
 */
const OUTPUTS = {
  vision: ['image_embeds', 'image_features', 'pooler_output', 'embeddings', 'output'],
  text: ['text_embeds', 'text_features', 'pooler_output', 'sentence_embedding', 'embeddings', 'output'],
} as const

/** Names of what a classifier gives. */
const LOGITS = ['logits', 'output', 'outputs', 'scores'] as const

const PIXELS = ['pixel_values', 'image', 'images', 'input'] as const

const TOKENS = ['input_ids', 'text', 'tokens', 'input'] as const
const MASK = 'attention_mask'

/** What goes into a text tower's input. */
export type TextInput = 'tokens' | 'mask'

const firstOf = (names: readonly string[], known: readonly string[]): string | undefined =>
  known.find((name) => names.includes(name)) ?? (names.length === 1 ? names[0] : undefined)

const unknown = (what: string, names: readonly string[]) =>
  failed({ code: 'UNSUPPORTED_MODEL', detail: `none of its ${what} is known (${names.join(', ')})` })

/** The parts of a session that say what its graph takes and gives. */
interface Ports {
  readonly inputNames: readonly string[]
  readonly outputNames: readonly string[]
}

/** Where the pixels go in and what is made of them comes out. */
export interface PicturePorts {
  readonly input: string
  readonly output: string
}

const picturePorts = (session: Ports, outputs: readonly string[]): Outcome<PicturePorts> => {
  const input = firstOf(session.inputNames, PIXELS)
  if (!input) return unknown('inputs', session.inputNames)
  const output = firstOf(session.outputNames, outputs)
  return output ? done({ input, output }) : unknown('outputs', session.outputNames)
}

/** Where the pixels go in and the embedding comes out. */
export const visionPorts = (session: Ports): Outcome<PicturePorts> => picturePorts(session, OUTPUTS.vision)

/** Where the pixels go in and the logits come out. */
export const classifierPorts = (session: Ports): Outcome<PicturePorts> => picturePorts(session, LOGITS)

/** What each input takes, and where the embedding comes out. */
export const textPorts = (
  session: Ports,
): Outcome<{ readonly inputs: ReadonlyMap<string, TextInput>; readonly output: string }> => {
  const inputs = new Map<string, TextInput>()
  const tokens = firstOf(session.inputNames, TOKENS)
  for (const name of session.inputNames) {
    if (name === tokens) inputs.set(name, 'tokens')
    else if (name === MASK) inputs.set(name, 'mask')
    else return unknown('inputs', session.inputNames)
  }
  const output = firstOf(session.outputNames, OUTPUTS.text)
  return output ? done({ inputs, output }) : unknown('outputs', session.outputNames)
}
