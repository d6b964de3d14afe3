import type { Probability } from '../../../brands'
import { CATEGORIES, type Category } from './category'

/** What of a picture's probability falls to one of the six categories. */
export interface CategoryShare {
  readonly category: Category
  readonly probability: Probability
}

/**
 * Adds the probabilities of ImageNet's classes up to the six categories: "a car" is likely as any of its kinds
 * is.
 * @param probabilities in the order of the model's output, background included.
 * @param categories what each of them counts as.
 * @returns all six, in the order of {@link CATEGORIES}; their sum is that of `probabilities`.
 */
export const sumCategories = (
  probabilities: readonly Probability[],
  categories: readonly Category[],
): readonly CategoryShare[] => {
  const sums = new Map<Category, number>()
  probabilities.forEach((probability, classId) => {
    const category = categories[classId] ?? 'other'
    sums.set(category, (sums.get(category) ?? 0) + probability)
  })
  return CATEGORIES.map((category) => ({
    category,
    // A sum of a thousand rounded shares may end a hair above 1.
    probability: Math.min(1, sums.get(category) ?? 0) as Probability,
  }))
}
