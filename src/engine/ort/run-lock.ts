/** Runs jobs one after the other, in order of arrival. */
export type RunLock = <T>(job: () => Promise<T>) => Promise<T>

/**
 * Two runs at once on one WebGPU session hang for ever (ONNX Runtime Web 1.30, asyncify and JSPI alike). A job
 * that fails does not spoil the line for those behind it.
 */
export const createRunLock = (): RunLock => {
  let last: Promise<unknown> = Promise.resolve()
  return (job) => {
    const next = last.then(job, job)
    last = next.catch(() => undefined)
    return next
  }
}
