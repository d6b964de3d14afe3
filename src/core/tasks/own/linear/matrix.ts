/** The same numbers in double precision: loops over arrays of one kind are several times as fast as over mixed ones. */
export const toDoubles = (values: Float32Array): Float64Array => new Float64Array(values)

/**
 * Product of `a` (rows x width) and the transposed `b` (columns x width), both row by row: `rows * columns` dot products.
 * Four columns at a time, so that a row is read once for them and no sum waits for itself.
 */
export const timesTransposed = (a: Float64Array, b: Float64Array, width: number): Float64Array => {
  const rows = a.length / width
  const columns = b.length / width
  const out = new Float64Array(rows * columns)
  for (let i = 0; i < rows; i += 1) {
    const p = i * width
    let j = 0
    for (; j + 4 <= columns; j += 4) {
      const q0 = j * width
      const q1 = q0 + width
      const q2 = q1 + width
      const q3 = q2 + width
      let s0 = 0
      let s1 = 0
      let s2 = 0
      let s3 = 0
      for (let k = 0; k < width; k += 1) {
        const x = a[p + k] as number
        s0 += x * (b[q0 + k] as number)
        s1 += x * (b[q1 + k] as number)
        s2 += x * (b[q2 + k] as number)
        s3 += x * (b[q3 + k] as number)
      }
      const at = i * columns + j
      out[at] = s0
      out[at + 1] = s1
      out[at + 2] = s2
      out[at + 3] = s3
    }
    for (; j < columns; j += 1) {
      const q = j * width
      let even = 0
      let odd = 0
      let k = 0
      for (; k + 2 <= width; k += 2) {
        even += (a[p + k] as number) * (b[q + k] as number)
        odd += (a[p + k + 1] as number) * (b[q + k + 1] as number)
      }
      if (k < width) even += (a[p + k] as number) * (b[q + k] as number)
      out[i * columns + j] = even + odd
    }
  }
  return out
}

/**
 * Adds to `target` (a row of `width` numbers from `at`) the sum of all `rows`, each times its factor: those of
 * `factors` at `column`, a row of `columns` each. Four rows at a time, so that the target is written once for them.
 */
export const addWeightedRows = (
  target: Float64Array,
  at: number,
  rows: Float64Array,
  width: number,
  factors: Float64Array,
  columns: number,
  column: number,
): void => {
  const count = rows.length / width
  let i = 0
  for (; i + 4 <= count; i += 4) {
    const p0 = i * width
    const p1 = p0 + width
    const p2 = p1 + width
    const p3 = p2 + width
    const f0 = factors[i * columns + column] as number
    const f1 = factors[(i + 1) * columns + column] as number
    const f2 = factors[(i + 2) * columns + column] as number
    const f3 = factors[(i + 3) * columns + column] as number
    for (let k = 0; k < width; k += 1)
      target[at + k] =
        (target[at + k] as number) +
        f0 * (rows[p0 + k] as number) +
        f1 * (rows[p1 + k] as number) +
        f2 * (rows[p2 + k] as number) +
        f3 * (rows[p3 + k] as number)
  }
  for (; i < count; i += 1) {
    const factor = factors[i * columns + column] as number
    for (let k = 0; k < width; k += 1)
      target[at + k] = (target[at + k] as number) + factor * (rows[i * width + k] as number)
  }
}

/** Pivots below this share of the largest are taken for none: the row is a mixture of those before it. */
const RANK_TOLERANCE = 1e-10

/**
 * The lower triangle `L` with `L * Lᵀ = gram` (size x size). Rows that are mixtures of others, such as copies, get an
 * empty column: no feature is lost by it.
 */
export const cholesky = (gram: Float64Array, size: number): Float64Array => {
  const lower = new Float64Array(size * size)
  let largest = 0
  for (let i = 0; i < size; i += 1) largest = Math.max(largest, gram[i * size + i] as number)
  /** Writes the number of the diagonal, 0 where it is next to nothing. */
  const root = (j: number): number => {
    const q = j * size
    let pivot = gram[q + j] as number
    for (let k = 0; k < j; k += 1) pivot -= (lower[q + k] as number) ** 2
    lower[q + j] = pivot > largest * RANK_TOLERANCE ? Math.sqrt(pivot) : 0
    return lower[q + j] as number
  }
  // Two columns at a time, so that each row is read once for both.
  for (let j = 0; j < size; j += 2) {
    const q = j * size
    const r = q + size
    const first = root(j)
    let below = 0
    let second = 0
    /** Writes the numbers of both columns in the row that begins at `p`, by what is left of them. */
    const put = (p: number, s: number, t: number): void => {
      const value = first === 0 ? 0 : s / first
      lower[p + j] = value
      if (p > r) lower[p + j + 1] = second === 0 ? 0 : (t - value * below) / second
      else below = value
    }
    const rest = (p: number): void => {
      let s = gram[p + j] as number
      let t = gram[p + j + 1] as number
      for (let k = 0; k < j; k += 1) {
        s -= (lower[p + k] as number) * (lower[q + k] as number)
        t -= (lower[p + k] as number) * (lower[r + k] as number)
      }
      put(p, s, t)
    }
    if (j + 1 === size) break
    rest(r)
    second = root(j + 1)
    let i = j + 2
    // Four rows at a time, as above.
    for (; i + 4 <= size; i += 4) {
      const p0 = i * size
      const p1 = p0 + size
      const p2 = p1 + size
      const p3 = p2 + size
      let s0 = gram[p0 + j] as number
      let s1 = gram[p1 + j] as number
      let s2 = gram[p2 + j] as number
      let s3 = gram[p3 + j] as number
      let t0 = gram[p0 + j + 1] as number
      let t1 = gram[p1 + j + 1] as number
      let t2 = gram[p2 + j + 1] as number
      let t3 = gram[p3 + j + 1] as number
      for (let k = 0; k < j; k += 1) {
        const y = lower[q + k] as number
        const z = lower[r + k] as number
        const x0 = lower[p0 + k] as number
        const x1 = lower[p1 + k] as number
        const x2 = lower[p2 + k] as number
        const x3 = lower[p3 + k] as number
        s0 -= x0 * y
        s1 -= x1 * y
        s2 -= x2 * y
        s3 -= x3 * y
        t0 -= x0 * z
        t1 -= x1 * z
        t2 -= x2 * z
        t3 -= x3 * z
      }
      put(p0, s0, t0)
      put(p1, s1, t1)
      put(p2, s2, t2)
      put(p3, s3, t3)
    }
    for (; i < size; i += 1) rest(i * size)
  }
  return lower
}

/**
 * Solves `Lᵀ * x = row` in place; what an empty column would take stays 0. By rows of `L`, each used once its number is
 * known: down its columns nearly every number would be fetched from far.
 */
export const solveUpper = (lower: Float64Array, size: number, row: Float64Array): void => {
  for (let i = size - 1; i >= 0; i -= 1) {
    const at = i * size
    const pivot = lower[at + i] as number
    const solved = pivot === 0 ? 0 : (row[i] as number) / pivot
    row[i] = solved
    if (solved === 0) continue
    for (let k = 0; k < i; k += 1) row[k] = (row[k] as number) - solved * (lower[at + k] as number)
  }
}
