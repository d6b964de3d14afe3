import { obtainPart } from '../../../../core/async/late'
import type { FileBytes } from '../../../../core/model/onnx/thin-graph'
import { done, type Outcome } from '../../../../core/errors/outcome'
import type { ExecutorFacts, OwnPrecision, OwnRefusal } from '../../../../core/runtime/executor'
import { PROBE_PROMPTS } from '../../../../core/runtime/self-check/probe-input'
import type { OpenTextTower } from '../../../cpu/open-text-tower'
import type { ModelConfig } from '../model-config'
import type { TextGraph } from '../ort-text-graph'
import type { Tokenizer } from '../tokenizer'
import { compareWithOracle, ownKernels, type Pack, toDirections } from './own-kernels'

/** A text tower that is open, and what runs it. */
export interface PreferredText {
  readonly graph: TextGraph
  readonly executor: ExecutorFacts
  /** Its packed weights, for the next visit; `null` where it is not ours, or was opened from them. */
  readonly pack: Pack | null
}

/** A tower on our own kernels. */
interface OwnText extends TextGraph {
  readonly length: number
  readonly pack: Pack | null
}

/** A text tower on ONNX Runtime, which another is held to. */
export interface TextOracle {
  readonly graph: TextGraph
  /** Name of the output that its vectors are read from. */
  readonly output: string
  /** Gives its weights back. */
  close(): Promise<void>
}

const asGraph = (tower: OpenTextTower, pack: Pack | null): OwnText => ({
  // Alone: a prompt takes no longer than beside others, and a cancelled thousand stops sooner.
  ...{ batch: 1, length: tower.length, pack },
  run: (texts) => Promise.resolve(toDirections(texts.map(tower.encode))),
})

/** What is known of a tower before its graph is looked at. */
interface KnownOfText extends Pick<ModelConfig, 'textHeads'> {
  /** What our own kernels round rows to. */
  readonly rounded: OwnPrecision
}

/** Opens a graph on our own kernels; why it cannot be, where it cannot. */
const openOwn = async (
  graph: FileBytes,
  { textHeads, rounded }: KnownOfText,
  output: string | null,
): Promise<Outcome<OwnText | OwnRefusal>> => {
  const part = await obtainPart(ownKernels)
  if (part.kind !== 'done') return part
  const own = await part.value.ownTextTowers.file(graph, { output, heads: textHeads }, rounded)
  return done('refused' in own ? own.refused : asGraph(own.tower, own.pack))
}

/** Opens a tower from weights that were packed at an earlier visit; `null` where they are of no use. */
export const openPackedText = async (
  weights: Blob,
  { textHeads, rounded }: KnownOfText,
): Promise<Outcome<TextGraph | null>> => {
  const part = await obtainPart(ownKernels)
  if (part.kind !== 'done') return part
  const tower = await part.value.ownTextTowers.packed(weights, { heads: textHeads }, rounded)
  return done(tower && asGraph(tower, null))
}

/** Opens a text tower that was compared at an earlier visit, without ONNX Runtime; `null` where it cannot be any more. */
export const openKnownText = async (
  graph: FileBytes,
  known: KnownOfText,
): Promise<Outcome<OwnText | null>> => {
  const opened = await openOwn(graph, known, null)
  if (opened.kind !== 'done') return opened
  return done(typeof opened.value === 'string' ? null : opened.value)
}

/**
 * Opens a text tower on our own kernels where it is one that they run, and takes it where its numbers are ONNX Runtime's on the
 * canned prompts, near enough. Else ONNX Runtime goes on, and it is told why.
 *
 * @param oracle the same tower on ONNX Runtime, open; closed where ours takes its place
 * @param tokenizer gives at most `maxTokens` tokens
 */
export const preferOwnText = async (
  graph: FileBytes,
  known: KnownOfText,
  oracle: TextOracle,
  tokenizer: Tokenizer,
  maxTokens: number,
): Promise<Outcome<PreferredText>> => {
  const stay = (refused: OwnRefusal, distance: number | null = null): Outcome<PreferredText> =>
    done({ graph: oracle.graph, executor: { kind: 'onnx-runtime', refused, distance }, pack: null })
  const opened = await openOwn(graph, known, oracle.output)
  if (opened.kind !== 'done') return opened
  const own = opened.value
  if (typeof own === 'string') return stay(own)
  if (own.length < maxTokens) return stay('rows')
  const distances: number[] = []
  for (const prompt of PROBE_PROMPTS) {
    const texts = [tokenizer.encode(prompt).ids]
    const right = await oracle.graph.run(texts, tokenizer.filler)
    if (right.kind !== 'done') return right
    const { refused, distance } = compareWithOracle(await own.run(texts, tokenizer.filler), right.value)
    if (refused !== null || distance === null) return stay(refused ?? 'too far', distance)
    distances.push(distance)
  }
  await oracle.close()
  const distance = Math.max(...distances)
  return done({
    graph: own,
    executor: { kind: 'own', precision: known.rounded, distance },
    pack: own.pack,
  })
}
