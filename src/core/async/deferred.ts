/** A promise with its resolver beside it, for what is settled by an event elsewhere. */
export interface Deferred<T> {
  readonly promise: Promise<T>
  resolve(value: T): void
}

/** `Promise.withResolvers` for runtimes without it (Node 20, Safari before 17.4). Never rejects. */
export const createDeferred = <T>(): Deferred<T> => {
  let settle: (value: T) => void = () => undefined
  const promise = new Promise<T>((resolve) => {
    settle = resolve
  })
  return {
    promise,
    resolve: (value) => {
      settle(value)
    },
  }
}
