import type { Milliseconds } from '../../core/brands'

/** Resolves after `duration`, or at once when `signal` is aborted. */
export const wait = (duration: Milliseconds, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) {
      resolve()
      return
    }
    const stop = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', stop)
      resolve()
    }
    const timer = setTimeout(stop, duration)
    signal.addEventListener('abort', stop, { once: true })
  })
