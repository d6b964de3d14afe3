/**
 * Measures what a tokenizer of Gemma's size takes to open, in a process of its own; prints one line of JSON.
 *
 * `node --expose-gc --import tsx scripts/bench/measures/measure-tokenizer.ts`; `npm run bench -- --tokenizer` writes its section.
 */
import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { createTokenizer } from '../../../src/engine/tasks/zero-shot/tokenizer.ts'
import { smallTokenizers } from '../../../src/testing/tokenizers/small-tokenizers.ts'

/** Gemma's, which SigLIP 2 reads its prompts with. */
const ENTRIES = 256_000
const LONGEST = 14

/** What opening it took. */
export interface TokenizerCost {
  readonly entries: number
  readonly megabytes: number
  readonly parse: number
  readonly open: number
  readonly prompt: number
  /** Bytes of the heap that it holds. */
  readonly held: number
  /** Bytes of the process at the most. */
  readonly peak: number
}

/** The small Gemma with joins of what there is already, until it has as many entries as the real one. */
const grow = (): { readonly text: string; readonly config: object } => {
  const { tokenizer, config } = smallTokenizers.gemma()
  const { model, ...rest } = tokenizer as { model: { vocab: Record<string, number>; merges: string[] } }
  const vocab = new Map(Object.entries(model.vocab))
  const merges = [...model.merges]
  const pieces = [...vocab.keys()].filter((piece) => !piece.startsWith('<'))
  // The minimal standard generator (Park and Miller 1988): the same tokenizer each time.
  let state = 1
  const pick = () => {
    state = (state * 48_271) % 2_147_483_647
    return pieces[state % pieces.length] ?? ''
  }
  while (vocab.size < ENTRIES) {
    const [left, right] = [pick(), pick()]
    const piece = left + right
    if (piece.length > LONGEST || right.startsWith('▁') || vocab.has(piece)) continue
    vocab.set(piece, vocab.size)
    pieces.push(piece)
    merges.push(`${left} ${right}`)
  }
  const grown = { ...rest, model: { ...model, vocab: Object.fromEntries(vocab), merges } }
  return { text: JSON.stringify(grown), config }
}

const timed = async <T>(work: () => T | Promise<T>): Promise<readonly [T, number]> => {
  const begin = performance.now()
  const value = await work()
  return [value, performance.now() - begin]
}

const measure = async (): Promise<TokenizerCost> => {
  const { text, config } = grow()
  globalThis.gc?.()
  const before = process.memoryUsage().heapUsed
  const [json, parse] = await timed((): unknown => JSON.parse(text))
  const rule = { maxTokens: 64, padding: 'full', cleaning: 'canonical' } as const
  const [opened, open] = await timed(() => createTokenizer({ tokenizer: json, config }, rule))
  if (opened.kind !== 'done') throw new Error(JSON.stringify(opened))
  const [, prompt] = await timed(() => opened.value.encode('A photo of a red car, seen from above!'))
  globalThis.gc?.()
  return {
    ...{ entries: ENTRIES, megabytes: Buffer.byteLength(text) / 1e6, parse, open, prompt },
    held: process.memoryUsage().heapUsed - before,
    peak: process.resourceUsage().maxRSS * 1024,
  }
}

const file = import.meta.filename
if (process.argv[1] === file) console.log(JSON.stringify(await measure()))

/** Measures in a process of its own, so that it has a heap to itself. */
export const measureTokenizer = (): TokenizerCost =>
  JSON.parse(
    execFileSync(process.execPath, ['--expose-gc', '--import', 'tsx', file], {
      cwd: path.join(import.meta.dirname, '../../..'),
      encoding: 'utf8',
    }),
  ) as TokenizerCost

export const TOKENIZER_TITLE = '## A tokenizer of Gemma’s size'

const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`
const ms = (time: number): string => `${Math.round(time)} ms`

/** The section of the report. */
export const tokenizerSection = (cost: TokenizerCost): string => `${TOKENIZER_TITLE}

A synthetic one of byte pairs with as many entries as SigLIP 2’s, opened in Node as the worker opens it. Held is what its
heap has grown by once all else is collected; the peak is the process’s, the file’s text included.

|                                 |   file | parsed | opened | first prompt | held | peak |
| ------------------------------- | -----: | -----: | -----: | -----------: | ---: | ---: |
| ${cost.entries.toLocaleString('en')} entries | ${cost.megabytes.toFixed(1)} MB | ${ms(cost.parse)} | ${ms(cost.open)} | ${ms(cost.prompt)} | ${megabytes(cost.held)} | ${megabytes(cost.peak)} |`
