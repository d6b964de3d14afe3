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

/** A small vision transformer in CLIP's or SigLIP's shape, as exporters of the hub write it. */
export const transformerGraph = (shape: TransformerShape): OnnxGraph => {
  const { width = LENGTH, layers = LAYERS, side = SIDE } = shape
  const places = (side / PATCH) ** 2
  const { nodes, initializers, isHalf, run, list, weight, project, norm, attend, think } =
    createTransformerWriter(shape)
  const pixels = isHalf ? run('Cast', ['pixel_values'], { to: DATA_TYPES.float16 }) : 'pixel_values'
  const patches = run('Conv', [pixels, weight(0.1, width, 3, PATCH, PATCH)], {
    ...{ kernel_shape: [PATCH, PATCH], strides: [PATCH, PATCH] },
  })
  const tokens = run('Transpose', [run('Reshape', [patches, list(0, 0, -1)])], { perm: [0, 2, 1] })
  const pictures = run('Slice', [run('Shape', [tokens]), list(0), list(1)])
  const repeated = (token: string) =>
    run('Expand', [token, run('Concat', [pictures, list(1, width)], { axis: 0 })])
  const hasClass = shape.pooling === 'class-token'
  const all = hasClass ? run('Concat', [repeated(weight(1, 1, 1, width)), tokens], { axis: 1 }) : tokens
  let features = run('Add', [all, weight(0.5, 1, places + (hasClass ? 1 : 0), width)])
  if (shape.normsFirst === true) features = norm(features)
  for (let layer = 0; layer < layers; layer += 1)
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
    : first(think(attend(repeated(weight(1, 1, 1, width)), last)))
  const embedding = hasClass ? project(pooled, width, EMBEDDING, false) : pooled
  const output = hasClass ? 'image_embeds' : 'pooler_output'
  nodes.push({ op: 'Cast', inputs: [embedding], outputs: [output], attributes: { to: DATA_TYPES.float32 } })
  return {
    name: 'transformer',
    inputs: [{ name: 'pixel_values', type: 'float32', dims: ['batch', 3, side, side] }],
    outputs: [
      { name: 'last_hidden_state', type: 'float32', dims: ['batch', 'tokens', width] },
      { name: output, type: 'float32', dims: ['batch', 'length'] },
    ],
    initializers,
    nodes: [
      ...nodes,
      { op: 'Cast', inputs: [last], outputs: ['last_hidden_state'], attributes: { to: DATA_TYPES.float32 } },
    ],
  }
}

/** Writes the file of {@link transformerGraph}. */
export const writeTransformer = (shape: TransformerShape): Uint8Array<ArrayBuffer> =>
  writeOnnx(transformerGraph(shape))
