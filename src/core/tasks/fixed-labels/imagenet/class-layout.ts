import type { Category, MappedClass } from './category'
import { documentClasses } from './document-classes'
import { personClasses } from './person-classes'
import { vehicleClasses } from './vehicle-classes'

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
 * Says what each of a model's labels counts as. ImageNet's thousand begin at 0, or at 1 behind a class for "background", as
 * models that were trained in TensorFlow have it.
 * @param labels in the order of the model's output.
 * @returns in that order; `null` where they are not ImageNet's thousand in their order: then no mapping holds.
 */
export const imagenetCategories = (labels: readonly string[]): readonly Category[] | null => {
  const offset = labels.length - IMAGENET_CLASSES
  if (offset !== 0 && offset !== 1) return null
  const agreeing = mappedClasses.filter(([index, name]) =>
    namesOf(labels[index + offset] ?? '').includes(name.toLowerCase()),
  )
  if (agreeing.length < mappedClasses.length * ENOUGH) return null
  const categories: Category[] = labels.map(() => 'other')
  for (const [index, , category] of mappedClasses) categories[index + offset] = category
  return categories
}
