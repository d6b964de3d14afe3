/** A tag within a sentence: one of ten thousand letters would be no sentence. */
export const shorten = (tag: string): string => (tag.length > 60 ? `${tag.slice(0, 59)}…` : tag)
