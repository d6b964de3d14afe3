import type { DeviceFault } from '../../protocol/inference-api'

/** `row`, turned by 60 degrees towards the axis that it is farthest from. */
const turn = (row: Float32Array): Float32Array => {
  const length = Math.hypot(...row)
  const unit = row.map((value) => value / length)
  const axis = unit.reduce((best, value, i) => (Math.abs(value) < Math.abs(unit[best] ?? 0) ? i : best), 0)
  const along = unit[axis] ?? 0
  const normal = unit.map((value, i) => (i === axis ? 1 : 0) - along * value)
  const scale = Math.sqrt(0.75) / Math.hypot(...normal)
  return unit.map((value, i) => value * 0.5 + (normal[i] ?? 0) * scale)
}

const spoilRow = (row: Float32Array, fault: DeviceFault): Float32Array => {
  switch (fault) {
    case 'nan':
      return row.map(() => NaN)
    case 'constant':
      return row.map((_, i) => i + 1)
    case 'shuffled':
      return Float32Array.from(row).reverse()
    case 'half-off':
      return turn(row)
  }
}

/** Makes a tower's output, row by row and in place, what a faulty device would have given. For tests only. */
export const spoilOutput = (values: Float32Array, rows: number, fault: DeviceFault): void => {
  const length = values.length / rows
  for (let start = 0; start < values.length; start += length)
    values.set(spoilRow(values.subarray(start, start + length), fault), start)
}
