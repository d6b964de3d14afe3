import { describe, expect, it } from 'vitest'
import { CLIP_VISION } from '../../../testing/onnx/transformer-parts'
import { writeTransformer } from '../../../testing/onnx/write-transformer'
import { flowOf } from './graft/graph-flow'
import { type OnnxGraph, writeOnnx } from './onnx-writer'
import { readOnnx } from './onnx-graph'
import { readConstants } from './tensor-values'
import { openConstants } from './thin-constants'
import { bytesInMemory, type FileBytes, readThinGraph } from './thin-graph'

const COUNT = 50_000

const graph: OnnxGraph = {
  name: 'sums',
  inputs: [{ name: 'x', type: 'float32', dims: [COUNT] }],
  outputs: [{ name: 'y', type: 'float32', dims: [COUNT] }],
  initializers: [
    { name: 'large', dims: [COUNT], values: Float32Array.from({ length: COUNT }, (_, i) => i / 7) },
    { name: 'small', dims: [2], values: Float32Array.of(3, 4) },
    { name: 'bytes', dims: [2, COUNT / 2], values: Uint8Array.from({ length: COUNT }, (_, i) => i) },
  ],
  nodes: [
    { op: 'Add', inputs: ['x', 'large'], outputs: ['sum'] },
    { op: 'Add', inputs: ['sum', 'small'], outputs: ['y'] },
  ],
}

/** A file that counts what is read of it. */
const counting = (bytes: Uint8Array) => {
  const { size, read } = bytesInMemory(bytes)
  let count = 0
  const file: FileBytes = {
    size,
    read: (from, to) => {
      count += to - from
      return read(from, to)
    },
  }
  return { file, count: () => count }
}

describe('a graph that is read without its large constants', () => {
  it.each(['fp32', 'fp16', 'q8'] as const)('has the nodes of the whole file: %s', async (weights) => {
    const bytes = writeTransformer({ ...CLIP_VISION, weights })
    const [thin, whole] = [await readThinGraph(bytesInMemory(bytes)), readOnnx(bytes)]
    const seen = ({ nodes, inputs, outputs, initializers }: typeof whole) => ({
      nodes: nodes.map(({ op, inputs: from, outputs: to }) => ({ op, from, to })),
      names: [...initializers.keys()],
      ...{ inputs, outputs },
    })
    expect(seen(thin.structure)).toEqual(seen(whole))
  })

  it('has every constant as the whole file has it, and reads those that are asked for alone', async () => {
    const bytes = writeOnnx(graph)
    const { file, count } = counting(bytes)
    const thin = await readThinGraph(file)
    expect([...thin.outside.keys()]).toEqual(['large', 'bytes'])
    expect(count()).toBeLessThan(bytes.length / 2)
    const constants = openConstants(thin, flowOf(thin.structure).integers)
    const whole = readConstants(readOnnx(bytes), () => [])
    for (const { name } of graph.initializers) expect(await constants.load(name)).toEqual(whole.values(name))
    expect(await constants.part('bytes')?.read(1000, 1003)).toEqual(Uint8Array.of(232, 233, 234))
    expect(await constants.load('none')).toBeNull()
  })

  it('of a file that is none, or ends early, has what there is', async () => {
    expect((await readThinGraph(bytesInMemory(new Uint8Array(64)))).structure.nodes).toEqual([])
    const bytes = writeOnnx(graph)
    for (const share of [0, 0.3, 0.6, 0.9])
      expect((await readThinGraph(bytesInMemory(bytes.slice(0, bytes.length * share)))).outside.size).toBe(0)
  })
})
