import type { Picture } from '../app-state'

/**
 * Remembers what a pure function makes of each picture, and tells of those alone that have changed since the last list:
 * a list of ten thousand changes by a few pictures at a time, and is replaced each time.
 *
 * @param context what else the values depend on, compared by identity; all of them are made again when it changes.
 */
export const createEachPicture = <Context extends readonly unknown[], Value, Sum>(options: {
  readonly valueOf: (picture: Picture, ...context: Context) => Value
  readonly empty: () => Sum
  /** Adds a value to the sum, or takes it away again, in place. */
  readonly count: (sum: Sum, value: Value, by: 1 | -1) => void
  /**
   * Whose values may be others in another context; left out, or `null`, all of them.
   * @returns of a picture that is as it was.
   */
  readonly touched?: (before: Context, now: Context) => ((picture: Picture) => boolean) | null
  /** A new object, so that who compares sums sees that it has changed. */
  readonly copy: (sum: Sum) => Sum
}): ((pictures: readonly Picture[], ...context: Context) => Sum) => {
  let last: {
    context: Context
    readonly values: Value[]
    pictures: readonly Picture[]
    sum: Sum
  } | null = null
  const { valueOf, empty, count, copy, touched } = options

  const countAll = (pictures: readonly Picture[], context: Context) => {
    const sum = empty()
    const values = pictures.map((picture) => valueOf(picture, ...context))
    for (const value of values) count(sum, value, 1)
    return { context, values, pictures, sum }
  }

  return (pictures, ...context) => {
    const isOther = last?.context.some((value, i) => !Object.is(value, context[i])) ?? false
    const isTouched = isOther && last ? (touched?.(last.context, context) ?? null) : () => false
    if (last?.pictures.length !== pictures.length || isTouched === null) {
      last = countAll(pictures, context)
      return last.sum
    }
    if (last.pictures === pictures && !isOther) return last.sum
    const { pictures: before, values } = last
    const sum = copy(last.sum)
    values.forEach((was, i) => {
      const picture = pictures[i]
      if (picture === undefined || (picture === before[i] && !isTouched(picture))) return
      const value = valueOf(picture, ...context)
      count(sum, was, -1)
      count(sum, value, 1)
      values[i] = value
    })
    last.pictures = pictures
    last.context = context
    last.sum = sum
    return sum
  }
}
