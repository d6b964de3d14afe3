import { writeOnnx } from '../../../model/onnx/onnx-writer'
import type { Head } from '../head'

/**
 * A head as an ONNX graph whose one input is what CLIP's vision tower puts out, so that the two can be joined:
 * `image_embeds` [pictures, width], of any length, to `probabilities` [pictures, classes].
 */
export const headToOnnx = ({ mode, width, weights, biases }: Head): Uint8Array<ArrayBuffer> => {
  const classes = biases.length
  const columns = new Float32Array(weights.length)
  for (let c = 0; c < classes; c += 1)
    for (let k = 0; k < width; k += 1) columns[k * classes + c] = weights[c * width + k] as number
  return writeOnnx({
    name: 'taglens_classifier',
    inputs: [{ name: 'image_embeds', type: 'float32', dims: ['pictures', width] }],
    outputs: [{ name: 'probabilities', type: 'float32', dims: ['pictures', classes] }],
    initializers: [
      { name: 'weights', dims: [width, classes], values: columns },
      { name: 'biases', dims: [classes], values: biases },
    ],
    nodes: [
      { op: 'LpNormalization', inputs: ['image_embeds'], outputs: ['unit'], attributes: { axis: 1, p: 2 } },
      { op: 'MatMul', inputs: ['unit', 'weights'], outputs: ['products'] },
      { op: 'Add', inputs: ['products', 'biases'], outputs: ['logits'] },
      { op: mode === 'single' ? 'Softmax' : 'Sigmoid', inputs: ['logits'], outputs: ['probabilities'] },
    ],
  })
}
