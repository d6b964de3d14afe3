import { expect, it } from 'vitest'
import { writeOnnx } from '../../core/model/onnx/onnx-writer'
import { largestInitializer } from './largest-initializer'

const graphWith = (...lengths: readonly number[]) =>
  writeOnnx({
    name: 'weights',
    inputs: [{ name: 'x', type: 'float32', dims: [1] }],
    outputs: [{ name: 'y', type: 'float32', dims: [1] }],
    initializers: lengths.map((length, i) => ({
      name: `weight${i}`,
      dims: [length],
      values: new Float32Array(length),
    })),
    nodes: [{ op: 'Add', inputs: ['x', 'weight0'], outputs: ['y'] }],
  })

it('is the largest weight, with little besides', () => {
  const largest = largestInitializer(graphWith(3, 100_000, 70))
  expect(largest).toBeGreaterThanOrEqual(400_000)
  expect(largest).toBeLessThan(400_100)
})

it.each([
  [
    'a graph without weights',
    writeOnnx({ name: 'none', inputs: [], outputs: [], initializers: [], nodes: [] }),
  ],
  ['text', new TextEncoder().encode('This is no graph, and long enough to look like something else.')],
  ['nothing', new Uint8Array()],
  ['a length that leads past the end', Uint8Array.of(0x3a, 0xff, 0xff, 0xff, 0x7f, 1)],
])('is 0 for %s', (_, bytes) => {
  expect(largestInitializer(bytes)).toBe(0)
})

it('is told of a file that was cut, as far as it goes', () => {
  const whole = graphWith(1000)
  expect(() => largestInitializer(whole.subarray(0, 2000))).not.toThrow()
})
