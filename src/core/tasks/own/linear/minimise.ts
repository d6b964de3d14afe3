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

/** Adds a multiple of one to the other. */
const add = (to: Float64Array, from: Float64Array, by: number): void => {
  for (let i = 0; i < to.length; i += 1) to[i] = (to[i] as number) + by * (from[i] as number)
}

interface Pair {
  readonly step: Float64Array
  readonly change: Float64Array
  readonly product: number
}

/** The two-loop recursion: the gradient times an estimate of the inverse Hessian (Nocedal and Wright, algorithm 7.4). */
const descentDirection = (gradient: Float64Array, pairs: readonly Pair[]): Float64Array => {
  const direction = gradient.slice()
  const shares = new Float64Array(pairs.length)
  for (let i = pairs.length - 1; i >= 0; i -= 1) {
    const { step, change, product } = pairs[i] as Pair
    const share = dot(step, direction) / product
    shares[i] = share
    add(direction, change, -share)
  }
  const last = pairs.at(-1)
  const scale = last
    ? last.product / dot(last.change, last.change)
    : 1 / Math.max(1, Math.sqrt(dot(gradient, gradient)))
  for (let i = 0; i < direction.length; i += 1) direction[i] = (direction[i] as number) * scale
  for (const [i, { step, change, product }] of pairs.entries())
    add(direction, step, (shares[i] as number) - dot(change, direction) / product)
  for (let i = 0; i < direction.length; i += 1) direction[i] = -(direction[i] as number)
  return direction
}

/** `from + by * direction`, as a new point. */
const moved = (from: Float64Array, direction: Float64Array, by: number): Float64Array => {
  const to = from.slice()
  add(to, direction, by)
  return to
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
  let point: Float64Array = start.slice()
  let gradient: Float64Array = new Float64Array(point.length)
  let value = smooth(point, gradient)
  const steep = steepness || Math.max(1, Math.sqrt(dot(gradient, gradient)))
  const enough = tolerance * steep
  const pairs: Pair[] = []
  for (let count = 0; count < mostSteps && Math.sqrt(dot(gradient, gradient)) > enough; count += 1) {
    const direction = descentDirection(gradient, pairs)
    const slope = dot(direction, gradient)
    let length = 1
    let next = point
    let nextValue = value
    const nextGradient = new Float64Array(point.length)
    let halvings = 0
    for (; halvings < MOST_HALVINGS; halvings += 1) {
      next = moved(point, direction, length)
      nextValue = smooth(next, nextGradient)
      if (nextValue <= value + 1e-4 * length * slope) break
      length /= 2
    }
    // What is left is below what numbers can tell.
    if (halvings === MOST_HALVINGS) break
    const step = moved(next, point, -1)
    const change = moved(nextGradient, gradient, -1)
    const product = dot(step, change)
    if (product > 1e-12 * dot(change, change)) pairs.push({ step, change, product })
    if (pairs.length > MEMORY) pairs.shift()
    ;[point, gradient, value] = [next, nextGradient, nextValue]
  }
  return { point, steepness: steep }
}
