import { describe, expect, it } from 'vitest'
import type { LoadRequest } from '../../../protocol/inference-api'
import type { OnnxGraph } from '../../../core/model/onnx/onnx-writer'
import { calling, type Adapt } from '../../../testing/color-model/adapt-graph'
import { buildColorModel } from '../../../testing/color-model/build-color-model'
import { createInferenceApi } from '../create-inference-api'

const SIDE = 32
const { signal } = new AbortController()

const request = (files: ReturnType<typeof buildColorModel>): LoadRequest => ({
  source: { kind: 'disk', id: 'test/colours' },
  revision: '',
  files: { kind: 'blobs', blobs: new Map([...files].map(([path, content]) => [path, new Blob([content])])) },
  kept: true,
  runtime: { device: 'wasm', build: 'wasm', threads: 1, dtypes: ['fp32'], textDtypes: ['fp32'] },
  dtype: null,
  allowFallbackAdapter: false,
  towers: 'both',
  fault: null,
  gpuBatches: [4],
})

const load = async (vision: Adapt = (graph) => graph) => {
  const api = createInferenceApi()
  const loaded = await api.load(request(buildColorModel({ vision })), () => undefined, signal)
  if (loaded.kind !== 'done') throw new Error(JSON.stringify(loaded))
  return api
}

/** Red on the left, none on the right. */
const halves = Float32Array.from({ length: 3 * SIDE * SIDE }, (_, i) =>
  i < SIDE * SIDE && i % SIDE < SIDE / 2 ? 2 : -2,
)

const last = (graph: OnnxGraph) => graph.nodes.at(-1)?.outputs[0] ?? ''

describe('places of a picture', () => {
  it('are seen by a second session, which may be closed and opened again', async () => {
    const api = await load()
    for (let times = 0; times < 2; times += 1) {
      const seen = await api.seePlaces([halves], signal)
      expect(seen).toMatchObject({
        kind: 'done',
        value: { kind: 'seen', grid: { columns: SIDE, rows: SIDE }, sense: 'without' },
      })
      if (seen.kind !== 'done' || seen.value.kind !== 'seen') return
      const [places = []] = seen.value.pictures
      const red = places.map((place) => (place.kind === 'embedding' ? (place.embedding[0] ?? 0) : 0))
      // A picture without a red place is less red than one without another.
      expect(red[0]).toBeLessThan(red[SIDE - 1] ?? 0)
      expect(await api.closePlaces()).toEqual({ kind: 'done', value: null })
    }
    expect((await api.embedPictures([halves], signal)).kind).toBe('done')
  })

  it.each<[string, Adapt, string]>([
    [
      'whose head is not known',
      (graph) => ({
        ...calling('image_embeds', 'inner')(graph),
        outputs: graph.outputs,
        initializers: [
          ...graph.initializers,
          { name: 'order', dims: [5], values: BigInt64Array.of(0n, 1n, 2n, 3n, 4n) },
        ],
        nodes: [
          ...calling('image_embeds', 'inner')(graph).nodes,
          {
            op: 'Gather',
            inputs: ['inner', 'order'],
            outputs: [last(graph)],
            attributes: { axis: 1 },
          },
        ],
      }),
      'HEAD_UNKNOWN',
    ],
    [
      'that takes two pictures at a time',
      (graph) => ({
        ...graph,
        inputs: graph.inputs.map((input) => ({ ...input, dims: [2, 3, SIDE, SIDE] })),
      }),
      'NOT_OPENED',
    ],
  ])('are not given by a graph %s, which says why', async (_, vision, code) => {
    const api = await load(vision)
    expect(await api.seePlaces([halves], signal)).toMatchObject({
      kind: 'done',
      value: { kind: 'refused', refusal: { code } },
    })
    expect((await api.embedPictures([halves], signal)).kind).toBe('done')
  })

  it('are not seen by a worker without a model', async () => {
    expect(await createInferenceApi().seePlaces([halves], signal)).toMatchObject({
      error: { code: 'MODEL_NOT_LOADED' },
    })
  })
})
