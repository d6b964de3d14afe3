/** The six tags that the app starts with and that hosted services answer in, in their order. */
export const CATEGORIES = ['car', 'document', 'motorcycle', 'truck', 'person', 'other'] as const

/** What an ImageNet class comes down to. */
export type Category = (typeof CATEGORIES)[number]

/**
 * A class that was looked at and decided on: its index from 0 in the 1,000 of ILSVRC 2012, the first of its
 * names there, and what it counts as. The name is what tells whether a model's classes are these.
 */
export type MappedClass = readonly [index: number, name: string, category: Category]
