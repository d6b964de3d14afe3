import { expose } from 'comlink'
import { cancelled, done, type Outcome } from '../core/errors/outcome'
import { registerTransferHandlers } from '../protocol/abort-signal-transfer'

/** A worker for tests of supervision: it does what a test asks for, wedging included. */
export interface FaultyApi {
  echo(text: string): Promise<Outcome<string>>
  /** Resolves when `signal` aborts. */
  waitForAbort(signal: AbortSignal): Promise<Outcome<never>>
  /** Blocks the thread for ever. */
  hang(): Promise<Outcome<never>>
  /** An exception that no one catches, as a crash announces itself. */
  crash(): Promise<Outcome<never>>
  /** Calls back `heartbeats` times, one each `interval` milliseconds, and then answers. */
  work(heartbeats: number, interval: number, onHeartbeat: () => void): Promise<Outcome<'worked'>>
}

const api: FaultyApi = {
  echo: (text) => Promise.resolve(done(text)),
  waitForAbort: (signal) =>
    new Promise((resolve) => {
      signal.addEventListener('abort', () => {
        resolve(cancelled)
      })
    }),
  hang: () => {
    const never = new Int32Array(1)
    for (;;) if (never[0] !== 0) return Promise.resolve(cancelled)
  },
  crash: () => {
    setTimeout(() => {
      throw new Error('crashed on request')
    }, 0)
    return new Promise(() => undefined)
  },
  work: async (heartbeats, interval, onHeartbeat) => {
    for (let heartbeat = 0; heartbeat < heartbeats; heartbeat += 1) {
      await new Promise((resolve) => {
        setTimeout(resolve, interval)
      })
      onHeartbeat()
    }
    return done('worked')
  },
}

registerTransferHandlers()
expose(api)
