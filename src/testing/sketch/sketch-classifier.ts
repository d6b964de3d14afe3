import { toClassLogits, type ClassLogits } from '../../core/tasks/fixed-labels/class-logits'
import { mappedClasses } from '../../core/tasks/fixed-labels/imagenet/class-layout'

/** Classes that a drawing of each subject is taken for, the likeliest first. */
const CLASSES: Readonly<Record<string, readonly number[]>> = {
  car: [817, 511, 436, 751],
  truck: [867, 717, 675, 864],
  motorcycle: [670, 665, 870, 518],
  document: [922, 916, 549, 692],
  person: [834, 610, 903, 457],
  other: [970, 975, 979, 980],
}

const nameByIndex = new Map(mappedClasses.map(([index, name]) => [index, `${name}, or another word for it`]))

/** ImageNet's thousand labels as far as they were decided on, the others made up. */
export const sketchLabels: readonly string[] = Array.from(
  { length: 1000 },
  (_, index) => nameByIndex.get(index) ?? `thing ${index}`,
)

/** What a made-up classifier says of a picture of that name. */
export const sketchLogits = (name: string, seed: number): ClassLogits => {
  const classes = Object.entries(CLASSES).find(([subject]) => name.startsWith(subject))?.[1] ?? []
  const values = Float32Array.from({ length: 1000 }, (_, index) => ((index * 7919 + seed) % 97) / 97)
  classes.forEach((index, i) => {
    values[index] = 9.5 - i * 0.9 - ((seed >> i) % 5) / 5
  })
  const logits = toClassLogits(values)
  if (!logits) throw new Error('made-up logits are not usable')
  return logits
}
