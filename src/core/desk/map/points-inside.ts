/**
 * Whether a place lies inside a line that is closed: a ray from it crosses the line an odd number of times.
 * @param line x and y of each corner, one after the other.
 */
const isInside = (line: Float32Array, x: number, y: number): boolean => {
  let inside = false
  for (let i = 0; i < line.length; i += 2) {
    const last = i === 0 ? line.length - 2 : i - 2
    const [x1, y1, x2, y2] = [line[i] ?? 0, line[i + 1] ?? 0, line[last] ?? 0, line[last + 1] ?? 0]
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside
  }
  return inside
}

/** The points inside a line that was drawn round them. Those outside its box are not held against each corner. */
export const pointsInside = (line: Float32Array, x: Float32Array, y: Float32Array): readonly number[] => {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let i = 0; i < line.length; i += 2) {
    const [cornerX, cornerY] = [line[i] ?? 0, line[i + 1] ?? 0]
    left = Math.min(left, cornerX)
    right = Math.max(right, cornerX)
    top = Math.min(top, cornerY)
    bottom = Math.max(bottom, cornerY)
  }
  const inside: number[] = []
  for (let point = 0; point < x.length; point += 1) {
    const [px, py] = [x[point] ?? 0, y[point] ?? 0]
    if (px < left || px > right || py < top || py > bottom) continue
    if (isInside(line, px, py)) inside.push(point)
  }
  return inside
}
