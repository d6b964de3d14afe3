/** Points of more labels than there are hues differ in shape, as swatches do in pattern. */
export const SHAPES = ['circle', 'square', 'diamond', 'triangle'] as const

export type Shape = (typeof SHAPES)[number]

/** Whether a pixel at `x`, `y` from the middle is part of a shape of so many pixels from the middle to its edge. */
const isPart = (shape: Shape, x: number, y: number, radius: number): boolean => {
  switch (shape) {
    case 'circle':
      // A little more than its radius, or single pixels stand out on four sides.
      return x * x + y * y <= (radius + 0.4) ** 2
    case 'square':
      return Math.max(Math.abs(x), Math.abs(y)) <= radius * 0.88
    case 'diamond':
      return Math.abs(x) + Math.abs(y) <= radius * 1.25
    case 'triangle':
      return y <= radius * 0.8 && y >= -radius && Math.abs(x) <= (y + radius) * 0.62
  }
}

/** The pixels of a shape as steps from its middle: x and y, one after the other. */
export type Stamp = Int8Array

/** A shape of this radius, in whole pixels. */
export const toStamp = (shape: Shape, radius: number): Stamp => {
  const reach = Math.min(100, Math.ceil(radius * 1.25))
  const steps: number[] = []
  for (let y = -reach; y <= reach; y += 1)
    for (let x = -reach; x <= reach; x += 1) if (isPart(shape, x, y, radius)) steps.push(x, y)
  return Int8Array.from(steps)
}
