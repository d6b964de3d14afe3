import type { Tensor } from 'onnxruntime-web/wasm'
import type { UnitVector } from '../../core/brands'
import { done, failed, type Outcome } from '../../core/errors/outcome'
import { toUnitVector } from '../../core/question/scoring/cosine'

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
  const values = output?.data
  if (!(values instanceof Float32Array) || !batch || !dimension || rest.length > 0 || batch < count)
    return failed({
      code: 'UNSUPPORTED_MODEL',
      detail: `its output is ${output ? `${output.type}[${output.dims.join(', ')}]` : 'missing'}, not float32[batch, dimension]`,
    })
  const rows: Row[] = []
  for (let i = 0; i < count; i += 1) {
    const row = toRow(values.subarray(i * dimension, (i + 1) * dimension))
    if (row === null) return failed({ code: 'WRONG_NUMBERS', detail: 'an output that says nothing' })
    rows.push(row)
  }
  output?.dispose()
  return done(rows)
}

/**
 * Cuts a tower's output `[batch, dimension]` into unit vectors and disposes of it. Rows after `count` are
 * padding. Fails where the output has another shape or holds what no sound backend gives (NaN, zero length).
 */
export const splitEmbeddings = (output: Tensor | undefined, count: number): Outcome<readonly UnitVector[]> =>
  splitRows(output, count, toUnitVector)
