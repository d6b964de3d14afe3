import type { Rng } from './prng'

/** Where one thing goes: centre and size in a scene of 100 by 100. */
export interface Slot {
  readonly x: number
  readonly y: number
  readonly size: number
}

const grids: Readonly<Record<number, readonly (readonly (readonly [x: number, y: number])[])[]>> = {
  2: [
    [
      [27, 50],
      [73, 50],
    ],
    [
      [50, 27],
      [50, 73],
    ],
    [
      [30, 30],
      [70, 70],
    ],
    [
      [70, 30],
      [30, 70],
    ],
  ],
  3: [
    [
      [19, 50],
      [50, 50],
      [81, 50],
    ],
    [
      [50, 28],
      [27, 72],
      [73, 72],
    ],
    [
      [27, 28],
      [73, 28],
      [50, 72],
    ],
    [
      [20, 22],
      [50, 50],
      [80, 78],
    ],
    [
      [50, 19],
      [50, 50],
      [50, 81],
    ],
  ],
  4: [
    [
      [28, 28],
      [72, 28],
      [28, 72],
      [72, 72],
    ],
    [
      [50, 22],
      [22, 50],
      [78, 50],
      [50, 78],
    ],
    [
      [14, 50],
      [38, 50],
      [62, 50],
      [86, 50],
    ],
    [
      [22, 28],
      [50, 28],
      [78, 28],
      [50, 72],
    ],
  ],
  5: [
    [
      [24, 24],
      [76, 24],
      [50, 50],
      [24, 76],
      [76, 76],
    ],
    [
      [20, 30],
      [50, 30],
      [80, 30],
      [33, 72],
      [67, 72],
    ],
    [
      [33, 28],
      [67, 28],
      [20, 70],
      [50, 70],
      [80, 70],
    ],
    [
      [50, 20],
      [20, 42],
      [80, 42],
      [32, 78],
      [68, 78],
    ],
  ],
}

/** Slots for `count` (1 to 5) things that do not overlap. */
export function createLayout(count: number, rng: Rng): readonly Slot[] {
  if (count === 1) {
    const size = rng.range(50, 92)
    const slack = (98 - size) / 2
    return [{ x: 50 + rng.range(-slack, slack) * 0.8, y: 50 + rng.range(-slack, slack) * 0.8, size }]
  }
  const options = grids[count]
  if (options === undefined) throw new RangeError(`count out of range: ${count}`)
  const points = rng.pick(options)
  let gap = 44
  points.forEach(([ax, ay], i) => {
    for (const [bx, by] of points.slice(i + 1)) gap = Math.min(gap, Math.hypot(ax - bx, ay - by))
  })
  const size = gap * rng.range(0.74, 0.92)
  const slack = (gap - size) * 0.45
  return points.map(([x, y]) => ({ x: x + rng.range(-slack, slack), y: y + rng.range(-slack, slack), size }))
}
