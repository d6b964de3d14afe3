import { plainProducts, type HeldMatrix, type Products } from '../../core/tasks/own/linear/products'
import { openProductsKernel, type ProductsKernel } from './products-kernel'

const FULL = 0
const LOWER = 1
const UPPER = 2

const roundedUp = (value: number, to: number): number => Math.ceil(value / to) * to

/** A stretch of the kernel's memory: rows of `stride` numbers. */
interface Rows {
  readonly at: number
  readonly stride: number
}

/** The kernel's memory, given out from its beginning. */
const createMemory = (kernel: ProductsKernel) => {
  const base = roundedUp(kernel.heapBase(), 16)
  let end = base
  return {
    clear: () => {
      end = base
    },
    /** Zeros for so many rows. @throws RangeError where the memory cannot grow. */
    take: (rows: number, width: number): Rows => {
      const stride = roundedUp(width, 4)
      const at = end
      end += rows * stride * 4
      const missing = end - kernel.memory.buffer.byteLength
      if (missing > 0) kernel.memory.grow(Math.ceil(missing / 65536))
      new Float32Array(kernel.memory.buffer, at, rows * stride).fill(0)
      return { at, stride }
    },
    floats: () => new Float32Array(kernel.memory.buffer),
  }
}

/** One side of a held matrix: it or its transposed, with room for what it is multiplied with and for what comes of it. */
interface Side {
  readonly matrix: Rows
  readonly rows: number
  readonly shape: number
}

const overKernel = (kernel: ProductsKernel): Products => {
  const memory = createMemory(kernel)
  const { floats } = memory

  const hold = (matrix: Float64Array, width: number, isLower: boolean): HeldMatrix => {
    memory.clear()
    const count = matrix.length / width
    const [evenCount, evenWidth] = [roundedUp(count, 2), roundedUp(width, 2)]
    const straight: Side = {
      ...{ matrix: memory.take(evenCount, width), rows: evenCount, shape: isLower ? LOWER : FULL },
    }
    const turned: Side = {
      ...{ matrix: memory.take(evenWidth, count), rows: evenWidth, shape: isLower ? UPPER : FULL },
    }
    const filled = floats()
    for (let i = 0; i < count; i += 1)
      for (let k = 0; k < width; k += 1) {
        const value = matrix[i * width + k] as number
        filled[straight.matrix.at / 4 + i * straight.matrix.stride + k] = value
        filled[turned.matrix.at / 4 + k * turned.matrix.stride + i] = value
      }
    let room = { classes: 0, others: 0, target: 0 }
    /** Where others are written and products are read, for so many classes. */
    const roomFor = (classes: number) => {
      const columns = roundedUp(classes, 2)
      if (room.classes < columns) {
        const longest = Math.max(straight.matrix.stride, turned.matrix.stride)
        room = {
          classes: columns,
          others: memory.take(columns, longest).at,
          target: memory.take(Math.max(evenCount, evenWidth), columns).at,
        }
      }
      return { ...room, columns }
    }
    const multiply = (
      { matrix: { at, stride }, rows, shape }: Side,
      others: number,
      columns: number,
      target: number,
    ) => {
      kernel.multiply(at, rows, stride * 4, others, columns, target, shape, false)
    }
    return {
      timesWeights: (weights, classes, out) => {
        const { others, target, columns } = roomFor(classes)
        const { stride } = straight.matrix
        const values = floats()
        values.fill(0, others / 4, others / 4 + columns * stride)
        for (let c = 0; c < classes; c += 1)
          values.set(weights.subarray(c * width, (c + 1) * width), others / 4 + c * stride)
        multiply(straight, others, columns, target)
        for (let i = 0; i < count; i += 1)
          for (let c = 0; c < classes; c += 1)
            out[i * classes + c] = values[target / 4 + i * columns + c] as number
      },
      addUp: (shares, classes, out) => {
        const { others, target, columns } = roomFor(classes)
        const { stride } = turned.matrix
        const values = floats()
        values.fill(0, others / 4, others / 4 + columns * stride)
        for (let c = 0; c < classes; c += 1)
          for (let i = 0; i < count; i += 1)
            values[others / 4 + c * stride + i] = shares[i * classes + c] as number
        multiply(turned, others, columns, target)
        for (let c = 0; c < classes; c += 1)
          for (let k = 0; k < width; k += 1)
            out[c * width + k] = values[target / 4 + k * columns + c] as number
      },
    }
  }

  const gram = (rows: Float32Array, width: number): Float64Array => {
    memory.clear()
    const count = rows.length / width
    const columns = roundedUp(count, 4)
    const { at, stride } = memory.take(columns, width)
    const { at: target } = memory.take(columns, columns)
    const values = floats()
    for (let i = 0; i < count; i += 1)
      values.set(rows.subarray(i * width, (i + 1) * width), at / 4 + i * stride)
    kernel.multiply(at, columns, stride * 4, at, columns, target, FULL, true)
    const out = new Float64Array(count * count)
    for (let i = 0; i < count; i += 1)
      for (let j = 0; j <= i; j += 1) {
        const value = values[target / 4 + i * columns + j] as number
        out[i * count + j] = value
        out[j * count + i] = value
      }
    return out
  }
  return { gram, hold }
}

/**
 * Products in SIMD, in single precision; plainly where a browser has none.
 * @param kernelBytes `products-kernel.as.ts?wasm-bytes`
 */
export const createProducts = (kernelBytes: Uint8Array<ArrayBuffer>): Products => {
  const kernel = openProductsKernel(kernelBytes)
  return kernel ? overKernel(kernel) : plainProducts
}
