import type { Milliseconds } from '../../core/brands'
import { done } from '../../core/errors/outcome'
import type { DeviceFault } from '../../protocol/inference-api'
import type { SupervisedWorker } from './supervised-worker'

/** Breaks the engine on demand, for the tests that prove it survives. */
export interface EngineFaults {
  loseDevice(): Promise<void>
  kill(worker: 'pixels' | 'inference'): void
  hang(worker: 'pixels' | 'inference'): void
  /** Makes the graphics device of every later load give wrong numbers; `null` makes it sound again. */
  spoilDevice(fault: DeviceFault | null): void
}

/** Keeps a worker busy for ever. No one stops a fault. */
export const hangWorker = <Api extends { hang(): Promise<void> }>(worker: SupervisedWorker<Api>): void => {
  void worker.run({
    doing: 'failing on demand',
    deadline: (2 ** 31 - 1) as Milliseconds,
    signal: new AbortController().signal,
    work: async (api) => {
      await api.hang()
      return done(null)
    },
  })
}
