import type { Probability } from '../../../brands'
import { type ClassOffset, mappedClasses } from './class-layout'
import { CATEGORIES, type Category } from './category'

/** What of a picture's probability falls to one of the six categories. */
export interface CategoryShare {
  readonly category: Category
  readonly probability: Probability
}

const categoryByIndex: ReadonlyMap<number, Category> = new Map(
  mappedClasses.map(([index, , category]) => [index, category]),
)

/** What a class counts as. A background class, which stands before the first of the thousand, is `other`. */
export const categoryOf = (classId: number, offset: ClassOffset): Category =>
  categoryByIndex.get(classId - offset) ?? 'other'

/**
 * Adds the probabilities of ImageNet's classes up to the six categories: "a car" is likely as any of its kinds
 * is.
 * @param probabilities in the order of the model's output, background included.
 * @returns all six, in the order of {@link CATEGORIES}; their sum is that of `probabilities`.
 */
export const sumCategories = (
  probabilities: readonly Probability[],
  offset: ClassOffset,
): readonly CategoryShare[] => {
  const sums = new Map<Category, number>()
  probabilities.forEach((probability, classId) => {
    const category = categoryOf(classId, offset)
    sums.set(category, (sums.get(category) ?? 0) + probability)
  })
  return CATEGORIES.map((category) => ({
    category,
    // A sum of a thousand rounded shares may end a hair above 1.
    probability: Math.min(1, sums.get(category) ?? 0) as Probability,
  }))
}
