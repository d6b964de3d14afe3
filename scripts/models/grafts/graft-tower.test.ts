import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { graftTower, MOST_GRAFT_BYTES } from '../../../src/core/model/onnx/graft/graft-tower.ts'
import { type OnnxGraph, writeOnnx } from '../../../src/core/model/onnx/onnx-writer.ts'
import { visionGraph } from '../../../src/testing/color-model/color-model-graphs.ts'
import { NO_FIXTURES, sharedFixtures } from '../../fixtures/shared-models.ts'
import { farthest, runGraft, somePicture } from './run-graft.ts'
import type { TransformerShape } from '../../../src/testing/onnx/transformer-parts.ts'
import { GRID, SIDE, writeTransformer } from '../../../src/testing/onnx/write-transformer.ts'

/** How far numbers may be from what the graph itself gives of the whole picture, by its precision. */
const TOLERANCE = { fp32: 1e-5, fp16: 1e-3, q8: 2e-4 } as const

const ATTENTIONS = [
  { heads: 'apart', scaled: 'queries' },
  { heads: 'together', scaled: 'both' },
  { heads: 'apart', scaled: 'scores' },
] as const
const shapes = (['fp32', 'fp16', 'q8'] as const).flatMap((weights) =>
  ATTENTIONS.flatMap((attention) =>
    (['class-token', 'attention'] as const).map((pooling): TransformerShape => ({
      ...{ weights, pooling },
      ...attention,
    })),
  ),
)
const outputOf = ({ pooling }: TransformerShape) =>
  pooling === 'attention' ? 'pooler_output' : 'image_embeds'

describe('a transformer gives a vector of each patch besides, whole and untouched:', () => {
  it.each(shapes)('$weights, heads $heads, $scaled scaled, $pooling', async (shape) => {
    const output = outputOf(shape)
    const { graft, plain, grown, rows } = await runGraft(writeTransformer(shape), output, SIDE)
    expect(graft.places).toBe(shape.pooling === 'attention' ? 'values' : 'attention')
    expect(graft.addition.length).toBeLessThan(MOST_GRAFT_BYTES)
    for (const [name, values] of plain) expect(farthest(values, grown.get(name) ?? []), name).toBe(0)
    expect(rows).toHaveLength(1 + GRID * GRID)
    const own = plain.get(output) ?? []
    expect(farthest(own, rows[0] ?? [])).toBeLessThanOrEqual(TOLERANCE[shape.weights])
    // Patches are places of one picture, and no copies of it.
    expect(farthest(rows[1] ?? [], rows[2] ?? [])).toBeGreaterThan(0.01)
    expect(rows.flatMap((row) => [...row]).every(Number.isFinite)).toBe(true)
  })

  it('norms before its class token is taken', async () => {
    const shape = { weights: 'fp32', heads: 'apart', scaled: 'queries', pooling: 'class-token' } as const
    const { plain, rows } = await runGraft(
      writeTransformer({ ...shape, normsAll: true }),
      'image_embeds',
      SIDE,
    )
    expect(farthest(plain.get('image_embeds') ?? [], rows[0] ?? [])).toBeLessThanOrEqual(TOLERANCE.fp32)
  })

  it('attends to patches that ask alike, by scores that are scaled once, wherever the graph scales them', async () => {
    const places = async (scaled: TransformerShape['scaled']) => {
      const shape = { weights: 'fp32', heads: 'apart', scaled, pooling: 'class-token' } as const
      return (await runGraft(writeTransformer(shape), 'image_embeds', SIDE)).rows.flatMap((row) => [...row])
    }
    expect(farthest(await places('queries'), await places('scores'))).toBeLessThan(1e-4)
  })
})

describe('a pool over places', () => {
  const RECIPE = { size: 6, mean: [0, 0, 0], std: [1, 1, 1] } as const

  it('gives what the picture would be without each place', async () => {
    const { graft, plain, rows } = await runGraft(writeOnnx(visionGraph(RECIPE)), 'image_embeds', RECIPE.size)
    expect(graft.places).toBe('cells')
    expect(farthest(plain.get('image_embeds') ?? [], rows[0] ?? [])).toBeLessThan(1e-5)
    expect(rows).toHaveLength(1 + RECIPE.size ** 2)
    // The embedding begins with the mean of red, less a half.
    const red = [...somePicture(RECIPE.size).subarray(0, RECIPE.size ** 2)]
    const sum = red.reduce((total, value) => total + value, 0)
    red.forEach((value, i) => {
      expect(rows[1 + i]?.[0]).toBeCloseTo((sum - value) / (red.length - 1) - 0.5, 5)
    })
  })

  it('is followed through a convolution of single cells', async () => {
    const weights = Float32Array.of(1, 2, 3, -1, 0, 1)
    const graph: OnnxGraph = {
      name: 'convolved',
      inputs: [{ name: 'pixel_values', type: 'float32', dims: ['batch', 3, 2, 2] }],
      outputs: [{ name: 'image_embeds', type: 'float32', dims: ['batch', 2] }],
      initializers: [
        { name: 'weights', dims: [2, 3, 1, 1], values: weights },
        { name: 'bias', dims: [2], values: Float32Array.of(5, -5) },
      ],
      nodes: [
        { op: 'GlobalAveragePool', inputs: ['pixel_values'], outputs: ['pooled'] },
        { op: 'Conv', inputs: ['pooled', 'weights', 'bias'], outputs: ['convolved'] },
        { op: 'Flatten', inputs: ['convolved'], outputs: ['image_embeds'] },
      ],
    }
    const { plain, rows } = await runGraft(writeOnnx(graph), 'image_embeds', 2)
    expect(farthest(plain.get('image_embeds') ?? [], rows[0] ?? [])).toBeLessThan(1e-6)
    const pixels = somePicture(2)
    for (let cell = 0; cell < 4; cell += 1) {
      const means = [0, 1, 2].map((channel) => {
        const others = [...pixels.subarray(channel * 4, channel * 4 + 4)].toSpliced(cell, 1)
        return others.reduce((sum, value) => sum + value, 0) / 3
      })
      const [red = 0, green = 0, blue = 0] = means
      expect(rows[1 + cell]?.[0]).toBeCloseTo(red + 2 * green + 3 * blue + 5, 5)
      expect(rows[1 + cell]?.[1]).toBeCloseTo(blue - red - 5, 5)
    }
  })

  it('of maxima gives the largest of the others', async () => {
    const graph = visionGraph(RECIPE)
    const ofMaxima: OnnxGraph = {
      ...graph,
      nodes: graph.nodes.map((node) => (node.op === 'ReduceMean' ? { ...node, op: 'ReduceMax' } : node)),
    }
    const { rows } = await runGraft(writeOnnx(ofMaxima), 'image_embeds', RECIPE.size)
    const red = [...somePicture(RECIPE.size).subarray(0, RECIPE.size ** 2)]
    red.forEach((_, i) => {
      expect(rows[1 + i]?.[0]).toBeCloseTo(Math.max(...red.toSpliced(i, 1)) - 0.5, 5)
    })
  })
})

describe('refused, with a reason:', () => {
  const flat: OnnxGraph = {
    name: 'flat',
    inputs: [{ name: 'pixel_values', type: 'float32', dims: ['batch', 3, 2, 2] }],
    outputs: [{ name: 'image_embeds', type: 'float32', dims: ['batch', 12] }],
    initializers: [],
    nodes: [{ op: 'Flatten', inputs: ['pixel_values'], outputs: ['image_embeds'], attributes: { axis: 1 } }],
  }
  const shape = { weights: 'fp32', heads: 'apart', scaled: 'queries', pooling: 'class-token' } as const
  const pool = { op: 'GlobalAveragePool', inputs: ['pixel_values'], outputs: ['pooled'] } as const

  it.each<[string, Uint8Array, string, string]>([
    ['what is no graph', new TextEncoder().encode('no graph at all'), 'image_embeds', 'NO_SUCH_OUTPUT'],
    ['a file that was cut', writeTransformer(shape).subarray(0, 9000), 'image_embeds', 'NO_SUCH_OUTPUT'],
    ['another output', writeOnnx(flat), 'logits', 'NO_SUCH_OUTPUT'],
    ['a graph without places', writeOnnx(flat), 'image_embeds', 'NO_PLACES'],
    ['tokens of which none is the whole', writeTransformer(shape), 'last_hidden_state', 'HEAD_UNKNOWN'],
    [
      'a head that mixes the pool with the picture',
      writeOnnx({
        ...flat,
        nodes: [pool, { op: 'Mul', inputs: ['pixel_values', 'pooled'], outputs: ['image_embeds'] }],
      }),
      'image_embeds',
      'HEAD_UNKNOWN',
    ],
    [
      'an operator that is not known to go row by row',
      writeOnnx({
        ...flat,
        nodes: [pool, { op: 'CumSum', inputs: ['pooled', 'pooled'], outputs: ['image_embeds'] }],
      }),
      'image_embeds',
      'HEAD_UNKNOWN',
    ],
  ])('%s', (_, graph, output, code) => {
    expect(graftTower(graph, output)).toMatchObject({ kind: 'refused', code })
  })
})

describe('graphs as they are published', () => {
  const fixtures = sharedFixtures()
  const mini = path.join(import.meta.dirname, '../../../public/models/mini/onnx/vision_model.onnx')

  it.for([
    ['Mini', mini, 'image_embeds', 64, 16, 'cells', 1e-5],
    ['ViT-B/32', 'bench/vision_model.onnx', 'image_embeds', 224, 49, 'attention', 1e-5],
    ['ViT-B/32 at q8', 'bench/vision_model_quantized.onnx', 'image_embeds', 224, 49, 'attention', 2e-4],
    ['CLIP’s stand-in', 'standin-clip/vision_model.onnx', 'image_embeds', 224, 49, 'cells', 1e-5],
    ['MobileCLIP’s stand-in', 'standin-mobileclip/vision_model.onnx', 'image_embeds', 256, 49, 'cells', 1e-5],
    ['MobileNetV2', 'imagenet/mobilenet_v2.onnx', 'logits', 224, 49, 'cells', 1e-5],
  ] as const)('%s', { timeout: 60_000 }, async ([, file, output, side, places, kind, tolerance], context) => {
    const found = path.isAbsolute(file) ? file : path.join(fixtures ?? '', file)
    if (!existsSync(found)) context.skip(NO_FIXTURES)
    const { graft, plain, grown, rows } = await runGraft(readFileSync(found), output, side)
    expect(graft.places).toBe(kind)
    expect(graft.addition.length).toBeLessThan(MOST_GRAFT_BYTES)
    expect(rows).toHaveLength(1 + places)
    for (const [name, values] of plain) expect(farthest(values, grown.get(name) ?? []), name).toBe(0)
    expect(farthest(plain.get(output) ?? [], rows[0] ?? [])).toBeLessThanOrEqual(tolerance)
  })
})
