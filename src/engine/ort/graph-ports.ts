import type { InferenceSession, Tensor } from 'onnxruntime-web/wasm'
import { done, failed, type Outcome } from '../../core/errors/outcome'

/**
 * Names that exporters give what a tower takes and gives, best first: `*_embeds` is behind the projection,
 * `pooler_output` is what SigLIP has instead, `sentence_embedding` and the short ones are of other exporters.
 */
const OUTPUTS = {
  vision: [
    'image_embeds',
    'image_features',
    'pooler_output',
    'image_embedding',
    'embeddings',
    'embedding',
    'output',
  ],
  text: [
    ...['text_embeds', 'text_features', 'pooler_output', 'text_embedding', 'sentence_embedding'],
    ...['embeddings', 'embedding', 'output'],
  ],
} as const

/** Names of what a classifier gives. */
const LOGITS = ['logits', 'output', 'outputs', 'scores'] as const

const PIXELS = ['pixel_values', 'image', 'images', 'pixels', 'input'] as const

const TOKENS = ['input_ids', 'text', 'tokens', 'input'] as const

/** What goes into a text tower's input. */
export type TextInput = 'tokens' | 'mask' | 'positions' | 'types'

const OTHER_TEXT_INPUTS: Readonly<Record<string, TextInput>> = {
  attention_mask: 'mask',
  position_ids: 'positions',
  token_type_ids: 'types',
}

const firstOf = (names: readonly string[], known: readonly string[]): string | undefined =>
  known.find((name) => names.includes(name)) ?? (names.length === 1 ? names[0] : undefined)

const unsupported = (detail: string) => failed({ code: 'UNSUPPORTED_MODEL', detail })

const unknown = (what: string, names: readonly string[]) =>
  unsupported(`none of its ${what} is known (${names.join(', ')})`)

/** The parts of a session that say what its graph takes and gives. */
export type Ports = Pick<InferenceSession, 'inputNames' | 'outputNames' | 'inputMetadata'>

type TensorPort = Pick<InferenceSession.TensorValueMetadata, 'type' | 'shape'>

/** What a graph says of an input; where it says nothing, nothing is fixed. */
const portOf = ({ inputMetadata }: Ports, name: string, type: Tensor.Type): TensorPort => {
  const found = inputMetadata.find((one) => one.name === name)
  return found?.isTensor ? found : { type, shape: [] }
}

/** A length that a graph insists on; `null` where any will do. */
const fixedAt = ({ shape }: TensorPort, axis: number): number | null => {
  const length = shape[axis]
  return typeof length === 'number' && length > 0 ? length : null
}

/** Where the pixels go in and what is made of them comes out. */
export interface PicturePorts {
  readonly input: string
  readonly type: 'float32' | 'float16'
  /** How many pictures a run takes; `null` where any number will do. */
  readonly batch: number | null
  /** Sides that the graph insists on, in pixels; `null` where any will do. */
  readonly height: number | null
  readonly width: number | null
  readonly output: string
}

const picturePorts = (session: Ports, outputs: readonly string[]): Outcome<PicturePorts> => {
  const input = firstOf(session.inputNames, PIXELS)
  if (!input) return unknown('inputs', session.inputNames)
  const output = firstOf(session.outputNames, outputs)
  if (!output) return unknown('outputs', session.outputNames)
  const port = portOf(session, input, 'float32')
  const { type, shape } = port
  if (type !== 'float32' && type !== 'float16') return unsupported(`it takes pictures as ${type}`)
  if ((shape.length > 0 && shape.length !== 4) || (fixedAt(port, 1) ?? 3) !== 3)
    return unsupported(`it takes pictures as [${shape.join(', ')}], not as three planes`)
  return done({
    ...{ input, type, output, batch: fixedAt(port, 0) },
    ...{ height: fixedAt(port, 2), width: fixedAt(port, 3) },
  })
}

/** Where the pixels go in and the embedding comes out. */
export const visionPorts = (session: Ports): Outcome<PicturePorts> => picturePorts(session, OUTPUTS.vision)

/** Where the pixels go in and the logits come out. */
export const classifierPorts = (session: Ports): Outcome<PicturePorts> => picturePorts(session, LOGITS)

/** Where a text goes in and its embedding comes out. */
export interface TextPorts {
  readonly inputs: readonly {
    readonly name: string
    readonly takes: TextInput
    readonly type: 'int64' | 'int32'
  }[]
  /** How many texts a run takes; `null` where any number will do. */
  readonly batch: number | null
  /** How many tokens a text must have; `null` where any number will do. */
  readonly length: number | null
  readonly output: string
}

/** What each input takes, and where the embedding comes out. */
export const textPorts = (session: Ports): Outcome<TextPorts> => {
  const tokens = firstOf(session.inputNames, TOKENS)
  const output = firstOf(session.outputNames, OUTPUTS.text)
  if (tokens === undefined) return unknown('inputs', session.inputNames)
  if (!output) return unknown('outputs', session.outputNames)
  const inputs: TextPorts['inputs'][number][] = []
  for (const name of session.inputNames) {
    const takes = name === tokens ? 'tokens' : OTHER_TEXT_INPUTS[name]
    if (takes === undefined) return unsupported(`it wants an input that is not known (${name})`)
    const { type } = portOf(session, name, 'int64')
    if (type !== 'int64' && type !== 'int32') return unsupported(`it takes ${name} as ${type}`)
    inputs.push({ name, takes, type })
  }
  const port = portOf(session, tokens, 'int64')
  return done({ inputs, output, batch: fixedAt(port, 0), length: fixedAt(port, 1) })
}
