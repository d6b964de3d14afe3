/**
 * Remembers the last result of a pure function by the identity of its arguments: enough for state that is
 * replaced and never changed in place, and it holds on to one result only.
 */
export const memoizeLast = <Arguments extends readonly unknown[], Result>(
  compute: (...args: Arguments) => Result,
): ((...args: Arguments) => Result) => {
  let last: { args: Arguments; result: Result } | null = null
  return (...args) => {
    if (last?.args.every((arg, i) => Object.is(arg, args[i]))) return last.result
    last = { args, result: compute(...args) }
    return last.result
  }
}
