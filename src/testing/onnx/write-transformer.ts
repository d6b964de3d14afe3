import { DATA_TYPES, type OnnxGraph, writeOnnx } from '../../core/model/onnx/onnx-writer'
import {
  createTransformerWriter,
  EMBEDDING,
  LAYERS,
  LENGTH,
  type TransformerShape,
} from './transformer-parts'

/** Of the pictures that it takes, and of its patches, in pixels. */
export const SIDE = 32
const PATCH = 8
/** Patches along each side. */
export const GRID = SIDE / PATCH
const TOKENS = GRID * GRID

/** Writes the file of a small vision transformer in CLIP's or SigLIP's shape, as exporters of the hub do. */
export const writeTransformer = (shape: TransformerShape): Uint8Array<ArrayBuffer> => {
  const { nodes, initializers, isHalf, run, list, weight, project, norm, attend, think } =
    createTransformerWriter(shape)
  const pixels = isHalf ? run('Cast', ['pixel_values'], { to: DATA_TYPES.float16 }) : 'pixel_values'
  const patches = run('Conv', [pixels, weight(0.1, LENGTH, 3, PATCH, PATCH)], {
    ...{ kernel_shape: [PATCH, PATCH], strides: [PATCH, PATCH] },
  })
  const tokens = run('Transpose', [run('Reshape', [patches, list(0, 0, -1)])], { perm: [0, 2, 1] })
  const pictures = run('Slice', [run('Shape', [tokens]), list(0), list(1)])
  const repeated = (token: string) =>
    run('Expand', [token, run('Concat', [pictures, list(1, LENGTH)], { axis: 0 })])
  const hasClass = shape.pooling === 'class-token'
  const all = hasClass ? run('Concat', [repeated(weight(1, 1, 1, LENGTH)), tokens], { axis: 1 }) : tokens
  let features = run('Add', [all, weight(0.5, 1, TOKENS + (hasClass ? 1 : 0), LENGTH)])
  if (shape.normsFirst === true) features = norm(features)
  for (let layer = 0; layer < LAYERS; layer += 1)
    features = think(
      run('Add', [
        features,
        (() => {
          const normed = norm(features)
          return attend(normed, normed)
        })(),
      ]),
    )

  initializers.push({ name: 'first', dims: [], values: BigInt64Array.of(0n) })
  const first = (value: string) => run('Gather', [value, 'first'], { axis: 1 })
  const last = norm(features)
  const pooled = hasClass
    ? shape.normsAll
      ? first(last)
      : norm(first(features), 1)
    : first(think(attend(repeated(weight(1, 1, 1, LENGTH)), last)))
  const embedding = hasClass ? project(pooled, LENGTH, EMBEDDING, false) : pooled
  const output = hasClass ? 'image_embeds' : 'pooler_output'
  nodes.push({ op: 'Cast', inputs: [embedding], outputs: [output], attributes: { to: DATA_TYPES.float32 } })
  const graph: OnnxGraph = {
    name: 'transformer',
    inputs: [{ name: 'pixel_values', type: 'float32', dims: ['batch', 3, SIDE, SIDE] }],
    outputs: [
      { name: 'last_hidden_state', type: 'float32', dims: ['batch', 'tokens', LENGTH] },
      { name: output, type: 'float32', dims: ['batch', 'length'] },
    ],
    initializers,
    nodes: [
      ...nodes,
      { op: 'Cast', inputs: [last], outputs: ['last_hidden_state'], attributes: { to: DATA_TYPES.float32 } },
    ],
  }
  return writeOnnx(graph)
}
