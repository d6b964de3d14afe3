/** A smooth function: writes its gradient at `point` and returns its value. */
export type Smooth = (point: Float64Array, gradient: Float64Array) => number

/** Pairs of steps and changes of the gradient that are remembered. */
const MEMORY = 12

/** Halvings of a step until the search is given up. */
const MOST_HALVINGS = 30

const dot = (a: Float64Array, b: Float64Array): number => {
  let sum = 0
  for (let i = 0; i < a.length; i += 1) sum += (a[i] as number) * (b[i] as number)
  return sum
}

interface Pair {
  readonly step: Float64Array
  readonly change: Float64Array
  readonly product: number
}

/** The two-loop recursion: the gradient times an estimate of the inverse Hessian (Nocedal and Wright, algorithm 7.4). */
const descentDirection = (gradient: Float64Array, pairs: readonly Pair[]): Float64Array => {
  const direction = gradient.slice()
  const shares: number[] = []
  for (const { step, change, product } of [...pairs].reverse()) {
    const share = dot(step, direction) / product
    shares.push(share)
    for (let i = 0; i < direction.length; i += 1)
      direction[i] = (direction[i] as number) - share * (change[i] as number)
  }
  const last = pairs.at(-1)
  const scale = last
    ? last.product / dot(last.change, last.change)
    : 1 / Math.max(1, Math.sqrt(dot(gradient, gradient)))
  for (let i = 0; i < direction.length; i += 1) direction[i] = (direction[i] as number) * scale
  for (const { step, change, product } of pairs) {
    const by = (shares.pop() ?? 0) - dot(change, direction) / product
    for (let i = 0; i < direction.length; i += 1)
      direction[i] = (direction[i] as number) + by * (step[i] as number)
  }
  for (let i = 0; i < direction.length; i += 1) direction[i] = -(direction[i] as number)
  return direction
}

/** `from + by * direction`, as a new point. */
const moved = (from: Float64Array, direction: Float64Array, by: number): Float64Array => {
  const to = from.slice()
  for (let i = 0; i < to.length; i += 1) to[i] = (to[i] as number) + by * (direction[i] as number)
  return to
}

/**
 * Minimises by L-BFGS with a step that is halved until it goes down far enough (Armijo). For strongly convex functions,
 * as all of ours are: there is one minimum, and the same start gives the same end.
 *
 * @param start is not changed.
 * @param tolerance of the gradient's length, beside its length at the start.
 */
export const minimise = (
  smooth: Smooth,
  start: Float64Array,
  { tolerance = 3e-3, mostSteps = 200 } = {},
): Float64Array => {
  let point: Float64Array = start.slice()
  let gradient: Float64Array = new Float64Array(point.length)
  let value = smooth(point, gradient)
  const enough = tolerance * Math.max(1, Math.sqrt(dot(gradient, gradient)))
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
  return point
}
