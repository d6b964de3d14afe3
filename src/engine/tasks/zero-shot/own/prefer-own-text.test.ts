import { describe, expect, it } from 'vitest'
import type { UnitVector } from '../../../../core/brands'
import { done } from '../../../../core/errors/outcome'
import { bytesInMemory } from '../../../../core/model/onnx/thin-graph'
import { toUnitVector } from '../../../../core/question/scoring/cosine'
import {
  CLIP_TEXT,
  END_TOKEN,
  LONGEST,
  type TextShape,
  writeTextTransformer,
} from '../../../../testing/onnx/write-text-transformer'
import { ownTextTowers } from '../../../cpu/own-towers'
import type { TextGraph } from '../ort-text-graph'
import { openKnownText, preferOwnText } from './prefer-own-text'

const config = { textHeads: 4, rounded: 'int8' } as const

/** A number for each letter, and the end. */
const tokenizer = {
  filler: 0,
  encode: (prompt: string) => ({
    ids: [...Array.from(prompt.slice(0, 10), (letter) => letter.charCodeAt(0) % 90), END_TOKEN],
    cut: false,
  }),
}

const graphOf = (shape: TextShape) => bytesInMemory(writeTextTransformer(shape))

const encodeAll = async (
  shape: TextShape,
  texts: readonly (readonly number[])[],
): Promise<readonly UnitVector[]> => {
  const own = await ownTextTowers.file(graphOf(shape), { output: 'text_embeds', heads: 4 })
  return texts.map(
    (ids) => ('refused' in own ? null : toUnitVector(own.tower.encode(ids))) ?? new Float32Array(24),
  ) as UnitVector[]
}

/** A tower, and an oracle whose numbers are `changed` from those of the tower. */
const prefer = async (
  shape: TextShape,
  changed: (vector: UnitVector) => UnitVector = (vector) => vector,
  maxTokens = LONGEST,
) => {
  let closed = false
  const oracle: TextGraph = {
    ...{ batch: null, length: null },
    run: async (texts) => done((await encodeAll(shape, texts)).map(changed)),
  }
  const close = () => {
    closed = true
    return Promise.resolve()
  }
  const preferred = await preferOwnText(
    graphOf(shape),
    config,
    { graph: oracle, output: 'text_embeds', close },
    tokenizer,
    maxTokens,
  )
  if (preferred.kind !== 'done') throw new Error(JSON.stringify(preferred))
  const { graph, executor } = preferred.value
  return { executor, isOwn: graph !== oracle, closed }
}

describe('our own kernels for prompts', () => {
  it('take the place of ONNX Runtime where their numbers are its own, and its weights are given back', async () => {
    const { executor, isOwn, closed } = await prefer(CLIP_TEXT)
    expect(executor.kind).toBe('own')
    expect(executor.distance).toBeLessThan(1e-6)
    expect([isOwn, closed]).toEqual([true, true])
  })

  it('are given up where a number is planted wrong, and ONNX Runtime goes on', async () => {
    const turned = (vector: UnitVector) =>
      toUnitVector(vector.map((x, i) => (i === 0 ? x + 0.3 : x))) ?? vector
    const { executor, isOwn, closed } = await prefer(CLIP_TEXT, turned)
    expect(executor).toMatchObject({ kind: 'onnx-runtime', refused: 'too far' })
    expect([isOwn, closed]).toEqual([false, false])
  })

  it('do not touch a tower of another shape, nor one for fewer tokens than prompts may have', async () => {
    for (const [tried, refused] of [
      [prefer({ ...CLIP_TEXT, activation: 'relu' }), 'blocks'],
      [prefer(CLIP_TEXT, undefined, LONGEST + 1), 'rows'],
    ] as const) {
      const { executor, isOwn, closed } = await tried
      expect(executor).toEqual({ kind: 'onnx-runtime', refused, distance: null })
      expect([isOwn, closed]).toEqual([false, false])
    }
  })

  it('open alone what they were compared on before, with the same numbers', async () => {
    const opened = await openKnownText(graphOf(CLIP_TEXT), config)
    const texts = [[1, 5, 7, END_TOKEN]]
    const alone = opened.kind === 'done' ? await opened.value?.run(texts, 0) : null
    expect(alone).toEqual(done(await encodeAll(CLIP_TEXT, texts)))
    const none = bytesInMemory(new Uint8Array(8))
    expect(await openKnownText(none, config)).toEqual(done(null))
  })
})
