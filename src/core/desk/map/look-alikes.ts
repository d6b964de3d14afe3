/** Groups of a list, at most: no one reads more. */
const MOST_GROUPS = 24

/** Rounds at most; most lists stand still before. */
const ROUNDS = 15

/** Groups for so many points: few of a short list. */
const groupsFor = (points: number): number =>
  Math.max(1, Math.min(MOST_GROUPS, Math.floor(Math.sqrt(points / 2))))

/**
 * Parts points into groups of those that lie together (k-means). It begins with points that lie far from each other, each
 * the farthest from those before it, so that the same points are parted the same each time.
 *
 * @param points numbers of each, one after the other.
 * @param width numbers of a point.
 * @returns the group of each point; the largest is 0.
 */
export const groupPoints = (points: Float64Array, width: number): Uint8Array<ArrayBuffer> => {
  const count = width === 0 ? 0 : points.length / width
  const groups = groupsFor(count)
  const middles = new Float64Array(groups * width)
  const distance = (point: number, group: number): number => {
    let sum = 0
    for (let i = 0; i < width; i += 1)
      sum += ((points[point * width + i] ?? 0) - (middles[group * width + i] ?? 0)) ** 2
    return sum
  }
  const away = new Float64Array(count).fill(Infinity)
  let farthest = 0
  for (let group = 0; group < groups; group += 1) {
    middles.set(points.subarray(farthest * width, (farthest + 1) * width), group * width)
    let most = -1
    for (let point = 0; point < count; point += 1) {
      away[point] = Math.min(away[point] ?? 0, distance(point, group))
      if ((away[point] ?? 0) <= most) continue
      most = away[point] ?? 0
      farthest = point
    }
  }
  const groupOf = new Uint8Array(count)
  const sizes = new Uint32Array(groups)
  for (let round = 0; round < ROUNDS; round += 1) {
    let moved = 0
    for (let point = 0; point < count; point += 1) {
      let [nearest, least] = [0, Infinity]
      for (let group = 0; group < groups; group += 1) {
        const to = distance(point, group)
        if (to >= least) continue
        least = to
        nearest = group
      }
      if (groupOf[point] !== nearest || round === 0) moved += 1
      groupOf[point] = nearest
    }
    middles.fill(0)
    sizes.fill(0)
    for (let point = 0; point < count; point += 1) {
      const group = groupOf[point] ?? 0
      sizes[group] = (sizes[group] ?? 0) + 1
      for (let i = 0; i < width; i += 1)
        middles[group * width + i] = (middles[group * width + i] ?? 0) + (points[point * width + i] ?? 0)
    }
    for (let i = 0; i < middles.length; i += 1)
      middles[i] = (middles[i] ?? 0) / Math.max(1, sizes[Math.floor(i / width)] ?? 1)
    if (moved === 0) break
  }
  const bySize = [...sizes.keys()].sort((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0))
  const placeOf = new Uint8Array(groups)
  bySize.forEach((group, place) => {
    placeOf[group] = place
  })
  return groupOf.map((group) => placeOf[group] ?? 0)
}
