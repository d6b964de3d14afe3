import { type MappedClass } from './category'
import { documentClasses } from './document-classes'
import { personClasses } from './person-classes'
import { vehicleClasses } from './vehicle-classes'

/**
 * Where the 1,000 classes begin in a model's output: 0, or 1 behind a class for "background", as models that
 * were trained in TensorFlow have it.
 */
export type ClassOffset = 0 | 1

const IMAGENET_CLASSES = 1000

/**
 * The share of names that must agree. Lists differ in which synonym they give (`beach wagon`, `station wagon`),
 * so not all do; those of another data set of a thousand classes hardly ever.
 */
const ENOUGH = 0.5

/** Every class that was decided on; all others count as `other`: animals, plants, food, places, other things. */
export const mappedClasses: readonly MappedClass[] = [...vehicleClasses, ...documentClasses, ...personClasses]

const namesOf = (label: string): string[] =>
  label.split(',').map((name) => name.trim().toLowerCase().replaceAll('_', ' '))

/**
 * Tells whether a model's labels are ImageNet's thousand, in their order.
 * @param labels in the order of the model's output.
 * @returns where they begin, `null` where they are others: then no mapping holds.
 */
export const imagenetOffset = (labels: readonly string[]): ClassOffset | null => {
  const offset = labels.length - IMAGENET_CLASSES
  if (offset !== 0 && offset !== 1) return null
  const agreeing = mappedClasses.filter(([index, name]) =>
    namesOf(labels[index + offset] ?? '').includes(name.toLowerCase()),
  )
  return agreeing.length >= mappedClasses.length * ENOUGH ? offset : null
}
