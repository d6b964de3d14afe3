/** A smooth function: writes its gradient at `point` and returns its value. */
export type Smooth = (point: Float64Array, gradient: Float64Array) => number

/** Pairs of steps and changes of the gradient that are remembered. */
const MEMORY = 8

/** Halvings of a step until the search is given up. */
const MOST_HALVINGS = 30

/** Four sums at a time, so that none waits for itself. */
const dot = (a: Float64Array, b: Float64Array): number => {
  let [s0, s1, s2, s3] = [0, 0, 0, 0]
  let i = 0
  for (; i + 4 <= a.length; i += 4) {
    s0 += (a[i] as number) * (b[i] as number)
    s1 += (a[i + 1] as number) * (b[i + 1] as number)
    s2 += (a[i + 2] as number) * (b[i + 2] as number)
    s3 += (a[i + 3] as number) * (b[i + 3] as number)
  }
  for (; i < a.length; i += 1) s0 += (a[i] as number) * (b[i] as number)
  return s0 + s1 + s2 + s3
}

/** Adds a multiple of one to the other. @returns the sum times `other`, summed as {@link dot} does, by one pass. */
const addAndDot = (to: Float64Array, from: Float64Array, by: number, other: Float64Array): number => {
  let [s0, s1, s2, s3] = [0, 0, 0, 0]
  let i = 0
  for (; i + 4 <= to.length; i += 4) {
    const a = (to[i] as number) + by * (from[i] as number)
    const b = (to[i + 1] as number) + by * (from[i + 1] as number)
    const c = (to[i + 2] as number) + by * (from[i + 2] as number)
    const d = (to[i + 3] as number) + by * (from[i + 3] as number)
    to[i] = a
    to[i + 1] = b
    to[i + 2] = c
    to[i + 3] = d
    s0 += a * (other[i] as number)
    s1 += b * (other[i + 1] as number)
    s2 += c * (other[i + 2] as number)
    s3 += d * (other[i + 3] as number)
  }
  for (; i < to.length; i += 1) {
    to[i] = (to[i] as number) + by * (from[i] as number)
    s0 += (to[i] as number) * (other[i] as number)
  }
  return s0 + s1 + s2 + s3
}

/** A step that was taken, and how it changed the gradient. */
interface Pair {
  readonly step: Float64Array
  readonly change: Float64Array
  product: number
  /** The change times itself. */
  square: number
}

const emptyPair = (length: number): Pair => ({
  ...{ step: new Float64Array(length), change: new Float64Array(length), product: 0, square: 0 },
})

/** What lies between two points and their gradients, written into `pair`. */
const measure = (
  { step, change }: Pair,
  [point, gradient]: readonly [Float64Array, Float64Array],
  [next, nextGradient]: readonly [Float64Array, Float64Array],
): Pick<Pair, 'product' | 'square'> => {
  for (let i = 0; i < step.length; i += 1) {
    step[i] = (next[i] as number) - (point[i] as number)
    change[i] = (nextGradient[i] as number) - (gradient[i] as number)
  }
  return { product: dot(step, change), square: dot(change, change) }
}

/**
 * The two-loop recursion: less the gradient times an estimate of the inverse Hessian (Nocedal and Wright, algorithm 7.4),
 * into `direction`.
 * @param pairs from the oldest to the newest.
 */
const descend = (direction: Float64Array, gradient: Float64Array, pairs: readonly Pair[]): void => {
  direction.set(gradient)
  const shares = new Float64Array(pairs.length)
  const newest = pairs.at(-1)
  let along = newest ? dot(newest.step, direction) : 0
  for (let i = pairs.length - 1; i >= 0; i -= 1) {
    const { change, product } = pairs[i] as Pair
    const share = along / product
    shares[i] = share
    const older = pairs[i - 1]
    along = addAndDot(direction, change, -share, older ? older.step : change)
  }
  const scale = -(newest
    ? newest.product / newest.square
    : 1 / Math.max(1, Math.sqrt(dot(gradient, gradient))))
  for (let i = 0; i < direction.length; i += 1) direction[i] = (direction[i] as number) * scale
  // What the direction is along the oldest change was found on the way here.
  along *= scale
  for (const [i, { step, product }] of pairs.entries()) {
    const newer = pairs[i + 1]
    along = addAndDot(direction, step, -(shares[i] as number) - along / product, newer ? newer.change : step)
  }
}

/** `from + by * direction`, into `to`. */
const move = (to: Float64Array, from: Float64Array, direction: Float64Array, by: number): void => {
  for (let i = 0; i < to.length; i += 1) to[i] = (from[i] as number) + by * (direction[i] as number)
}

/**
 * Minimises by L-BFGS with a step that is halved until it goes down far enough (Armijo). For strongly convex functions,
 * as all of ours are: there is one minimum, and the same start gives the same end.
 *
 * @param start is not changed.
 * @param tolerance of the gradient's length, beside `steepness`.
 * @param steepness its length where nothing is known yet; at `start`, if it is not given.
 */
export const minimise = (
  smooth: Smooth,
  start: Float64Array,
  { tolerance = 3e-3, mostSteps = 200, steepness = 0 } = {},
): { readonly point: Float64Array; readonly steepness: number } => {
  const { length } = start
  let [point, next] = [start.slice(), new Float64Array(length)]
  let [gradient, nextGradient] = [new Float64Array(length), new Float64Array(length)]
  let value = smooth(point, gradient)
  let size = Math.sqrt(dot(gradient, gradient))
  const steep = steepness || Math.max(1, size)
  const direction = new Float64Array(length)
  const pairs: Pair[] = []
  let spare = emptyPair(length)
  for (let count = 0; count < mostSteps && size > tolerance * steep; count += 1) {
    descend(direction, gradient, pairs)
    const slope = dot(direction, gradient)
    let by = 1
    let nextValue = value
    let halvings = 0
    for (; halvings < MOST_HALVINGS; halvings += 1) {
      move(next, point, direction, by)
      nextValue = smooth(next, nextGradient)
      if (nextValue <= value + 1e-4 * by * slope) break
      by /= 2
    }
    // What is left is below what numbers can tell.
    if (halvings === MOST_HALVINGS) break
    Object.assign(spare, measure(spare, [point, gradient], [next, nextGradient]))
    if (spare.product > 1e-12 * spare.square) {
      pairs.push(spare)
      // The oldest is forgotten, and its room used again.
      spare = (pairs.length > MEMORY ? pairs.shift() : undefined) ?? emptyPair(length)
    }
    ;[point, next] = [next, point]
    ;[gradient, nextGradient] = [nextGradient, gradient]
    value = nextValue
    size = Math.sqrt(dot(gradient, gradient))
  }
  return { point, steepness: steep }
}
