/**
 * Products of matrices in SIMD (AssemblyScript), in single precision. `core/tasks/own/linear/products.ts` says what is
 * computed; here is only how.
 *
 * The caller owns the memory and passes addresses. Rows of both matrices are `stride` bytes long, a multiple of 16, and
 * end in zeros. There is an even number of rows, and of columns: what is missing is zeros too.
 */

/** First byte that the module itself does not use. */
export function heapBase(): usize {
  return __heap_base
}

/** What is known to be zero of the rows. */
const LOWER = 1
const UPPER = 2

/** The sums of four registers, in one. */
function sums(a: v128, b: v128, c: v128, d: v128): v128 {
  const ab = f32x4.add(v128.shuffle<f32>(a, b, 0, 4, 1, 5), v128.shuffle<f32>(a, b, 2, 6, 3, 7))
  const cd = f32x4.add(v128.shuffle<f32>(c, d, 0, 4, 1, 5), v128.shuffle<f32>(c, d, 2, 6, 3, 7))
  return f32x4.add(v128.shuffle<f32>(ab, cd, 0, 1, 4, 5), v128.shuffle<f32>(ab, cd, 2, 3, 6, 7))
}

/**
 * Every row times every row of `others`: `rows * columns` dot products, row by row.
 *
 * @param shape LOWER where row i ends with its number i, UPPER where it begins with it, else 0
 * @param upTo whether of each row only the products with others up to its own place are wanted, rounded up to four
 */
export function multiply(
  matrix: usize,
  rows: i32,
  stride: usize,
  others: usize,
  columns: i32,
  target: usize,
  shape: i32,
  upTo: bool,
): void {
  // Two rows share what is loaded of four others.
  for (let row = 0; row < rows; row += 2) {
    const a = matrix + <usize>row * stride
    const b = a + stride
    const begin: usize = shape == UPPER ? ((<usize>row) << 2) & ~15 : 0
    const end: usize = shape == LOWER ? min<usize>(stride, (((<usize>row) << 2) + 23) & ~15) : stride
    const last = upTo ? min(columns, (row + 5) & ~3) : columns
    let column = 0
    for (; column + 4 <= last; column += 4) {
      const p = others + <usize>column * stride
      const q = p + stride
      const r = q + stride
      const s = r + stride
      let ap = f32x4.splat(0)
      let aq = ap
      let ar = ap
      let as_ = ap
      let bp = ap
      let bq = ap
      let br = ap
      let bs = ap
      for (let at = begin; at < end; at += 16) {
        const x = v128.load(a + at)
        const y = v128.load(b + at)
        const atP = v128.load(p + at)
        ap = f32x4.add(ap, f32x4.mul(x, atP))
        bp = f32x4.add(bp, f32x4.mul(y, atP))
        const atQ = v128.load(q + at)
        aq = f32x4.add(aq, f32x4.mul(x, atQ))
        bq = f32x4.add(bq, f32x4.mul(y, atQ))
        const atR = v128.load(r + at)
        ar = f32x4.add(ar, f32x4.mul(x, atR))
        br = f32x4.add(br, f32x4.mul(y, atR))
        const atS = v128.load(s + at)
        as_ = f32x4.add(as_, f32x4.mul(x, atS))
        bs = f32x4.add(bs, f32x4.mul(y, atS))
      }
      const out = target + ((<usize>row * <usize>columns + <usize>column) << 2)
      v128.store(out, sums(ap, aq, ar, as_))
      v128.store(out + ((<usize>columns) << 2), sums(bp, bq, br, bs))
    }
    if (column < last) {
      // The two that are left.
      const p = others + <usize>column * stride
      const q = p + stride
      let ap = f32x4.splat(0)
      let aq = ap
      let bp = ap
      let bq = ap
      for (let at = begin; at < end; at += 16) {
        const x = v128.load(a + at)
        const y = v128.load(b + at)
        const atP = v128.load(p + at)
        ap = f32x4.add(ap, f32x4.mul(x, atP))
        bp = f32x4.add(bp, f32x4.mul(y, atP))
        const atQ = v128.load(q + at)
        aq = f32x4.add(aq, f32x4.mul(x, atQ))
        bq = f32x4.add(bq, f32x4.mul(y, atQ))
      }
      const out = target + ((<usize>row * <usize>columns + <usize>column) << 2)
      const four = sums(ap, aq, bp, bq)
      v128.store64_lane(out, four, 0)
      v128.store64_lane(out + ((<usize>columns) << 2), four, 1)
    }
  }
}
