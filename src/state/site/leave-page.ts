import type { CarriedScreen } from '../../core/site/carried-screen'
import type { PageCarrier } from '../../platform/site/page-carrier'
import type { App } from '../app'
import { gatherPage, isSameWork } from './carry-over'

/** What leaving the page takes. */
export interface LeaveDeps {
  readonly app: App
  readonly readScreen: () => CarriedScreen
  readonly carrier: PageCarrier
  /** Opens the page again; resolves only if it is still here after a while. */
  readonly openAgain: () => Promise<void>
}

/** Leaves the page for itself, with all that is on it. */
export interface PageLeaver {
  /** Writes down what is on the page, again if that changes meanwhile; resolves to whether there was room. */
  carry(): Promise<boolean>
  /** Goes, after {@link PageLeaver.carry}. Resolves only if the page stays after all; nothing is carried then. */
  go(): Promise<void>
  /** Stays; what was written down is dropped. */
  stay(): Promise<void>
}

/**
 * Creates the leaver.
 * @param encodings `left` where the next page may be of another version, which may decode otherwise.
 */
export const createPageLeaver = (
  { app, readScreen, carrier, openAgain }: LeaveDeps,
  encodings: 'kept' | 'left',
): PageLeaver => {
  const { getState } = app.store
  let carried = getState()

  const carry = async (): Promise<boolean> => {
    do {
      carried = getState()
      if (!(await carrier.put(gatherPage(carried, readScreen(), encodings)))) {
        await carrier.discard()
        return false
      }
    } while (!isSameWork(carried, getState()))
    return true
  }

  return {
    carry,
    go: async () => {
      if (isSameWork(carried, getState()) || (await carry())) await openAgain()
      await carrier.discard()
    },
    stay: carrier.discard,
  }
}
