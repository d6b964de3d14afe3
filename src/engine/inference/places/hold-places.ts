import { createLate, obtainPart } from '../../../core/async/late'
import { cancelled, type Outcome } from '../../../core/errors/outcome'
import type { SeenPlaces } from '../../../protocol/seen-places'
import type { RunningModel } from '../task-loader'
import type { PlacesSession } from './open-places'

const part = createLate(async () => (await import('./open-places')).openPlaces)

/** The session of a model that sees places, while there is one. */
export interface HeldPlaces {
  /** As of `InferenceApi.seePlaces`. Opens the session where there is none. */
  see(
    model: RunningModel,
    tensors: readonly Float32Array<ArrayBuffer>[],
    signal: AbortSignal,
  ): Promise<Outcome<SeenPlaces>>
  close(): Promise<void>
}

/** Holds no session to begin with. Calls come one after the other: the page's queue sees to that. */
export const holdPlaces = (): HeldPlaces => {
  let session: PlacesSession | null = null
  return {
    see: async (model, tensors, signal) => {
      if (!session) {
        const open = await obtainPart(part)
        if (open.kind !== 'done') return open
        const opened = await open.value(model, signal)
        if (opened.kind !== 'done') return opened
        session = opened.value
      }
      return signal.aborted ? cancelled : session.see(tensors)
    },
    close: async () => {
      const open = session
      session = null
      await open?.close()
    },
  }
}
