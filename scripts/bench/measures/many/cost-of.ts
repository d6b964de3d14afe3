/** What a worker's work took that pauses between its steps. */
interface Cost<Result> {
  readonly result: Result
  /** CPU of this process, in milliseconds. */
  readonly cpu: number
  /** The longest step, in milliseconds. */
  readonly longest: number
}

/** Does all steps, one after the other. */
export const costOf = <Result>(steps: Generator<unknown, Result>): Cost<Result> => {
  const before = process.cpuUsage()
  let [longest, since] = [0, performance.now()]
  for (;;) {
    const step = steps.next()
    longest = Math.max(longest, performance.now() - since)
    if (step.done) {
      const { user, system } = process.cpuUsage(before)
      return { result: step.value, cpu: (user + system) / 1000, longest }
    }
    since = performance.now()
  }
}
