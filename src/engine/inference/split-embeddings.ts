import type { Tensor } from 'onnxruntime-web/wasm'
import type { UnitVector } from '../../core/brands'
import { done, failed, type Outcome } from '../../core/errors/outcome'
import { fromHalfBits } from '../../core/model/onnx/half-precision'
import { toUnitVector } from '../../core/question/scoring/cosine'

/** Numbers of an output in 32 bits; `null` where they are no numbers of 16 or 32 bits. */
const toSingles = ({ type, data }: Tensor): Float32Array | null => {
  if (data instanceof Float32Array) return data
  if (type !== 'float16' || !ArrayBuffer.isView(data)) return null
  // `Float16Array` where the browser has one, the bits elsewhere.
  return fromHalfBits(
    data instanceof Uint16Array ? data : new Uint16Array(data.buffer, data.byteOffset, data.byteLength / 2),
  )
}

/**
 * Cuts a graph's output `[batch, dimension]` into rows and disposes of it. Rows after `count` are padding.
 * @param toRow makes of a row, which is gone afterwards, what is wanted; `null` where no sound backend gives it.
 */
export const splitRows = <Row>(
  output: Tensor | undefined,
  count: number,
  toRow: (values: Float32Array) => Row | null,
): Outcome<readonly Row[]> => {
  const [batch, dimension, ...rest] = output?.dims ?? []
  const values = output && toSingles(output)
  if (!values || !batch || !dimension || rest.length > 0 || batch < count)
    return failed({
      code: 'UNSUPPORTED_MODEL',
      detail: `its output is ${output ? `${output.type}[${output.dims.join(', ')}]` : 'missing'}, not numbers of [batch, dimension]`,
    })
  const rows: Row[] = []
  for (let i = 0; i < count; i += 1) {
    const row = toRow(values.subarray(i * dimension, (i + 1) * dimension))
    if (row === null) return failed({ code: 'WRONG_NUMBERS', detail: 'an output that says nothing' })
    rows.push(row)
  }
  output.dispose()
  return done(rows)
}

/**
 * Cuts a tower's output `[batch, dimension]` into unit vectors and disposes of it. Rows after `count` are
 * padding. Fails where the output has another shape or holds what no sound backend gives (NaN, zero length).
 */
export const splitEmbeddings = (output: Tensor | undefined, count: number): Outcome<readonly UnitVector[]> =>
  splitRows(output, count, toUnitVector)
