import * as v from 'valibot'

/**
 * One value in `localStorage`, checked on the way in: another tab or version may have written it.
 * @param storage asked for at each use, since where cookies are blocked even naming it throws.
 * @param empty what stands for nothing kept and for what is not usable.
 */
export const createKeptJson = <const Schema extends v.GenericSchema>(
  storage: () => Storage,
  key: string,
  schema: Schema,
  empty: v.InferOutput<Schema>,
) => ({
  read: (): v.InferOutput<Schema> => {
    try {
      const parsed = v.safeParse(schema, JSON.parse(storage().getItem(key) ?? 'null'))
      return parsed.success ? parsed.output : empty
    } catch {
      return empty
    }
  },
  /** @returns whether it is kept. Full or forbidden, the page goes on and finds it out again at the next visit. */
  write: (value: v.InferOutput<Schema>): boolean => {
    try {
      storage().setItem(key, JSON.stringify(value))
      return true
    } catch {
      return false
    }
  },
})
