import type { Category } from './imagenet/category'

/** The id by which pictures of a category are counted and filtered; no tag's id looks like it. */
export const categoryId = (category: Category): string => `category ${category}`

/** The same of a class, where nothing maps classes to categories. */
export const idOfClass = (classId: number): string => `class ${classId}`
