import type { StoreApi } from 'zustand/vanilla'
import { holdsFrame, MOST_HELD, type HeldFrame } from '../../core/live/hold-rule'
import type { EncodedFrame } from '../../client/engine-client'
import type { AppActions } from '../app-actions'
import type { LiveState } from './live'

/** What keeps frames as examples is made with. */
export interface FrameHolderDeps {
  readonly store: StoreApi<LiveState>
  readonly actions: Pick<AppActions, 'addPictures' | 'marking'>
  /** The frame that was ranked last as a file of its own; `null` where there is none. */
  readonly takeFile: () => Promise<File | null>
}

/** One press of a tag. */
interface Hold {
  readonly tagId: string
  last: HeldFrame | null
  readonly files: Promise<File | null>[]
}

/** Keeps frames as examples of the tag that is held. */
export interface FrameHolder {
  /** Told of each frame that is ranked, and when. */
  see(frame: EncodedFrame, at: number): void
  /** @param newest the frame that is shown now, if there is one. */
  hold(tagId: string, newest: { readonly frame: EncodedFrame; readonly at: number } | null): void
  letGo(): Promise<void>
}

/** Creates it. Frames become pictures when the tag is let go: a hold is one step of the history. */
export const createFrameHolder = ({ store, actions, takeFile }: FrameHolderDeps): FrameHolder => {
  let hold: Hold | null = null
  /** Let go, and not marked yet. */
  let over: Hold | null = null

  const see = (frame: EncodedFrame, at: number) => {
    if (!hold || frame.kind !== 'embedding' || hold.files.length >= MOST_HELD) return
    const seen = { embedding: frame.embedding, at }
    if (!holdsFrame(hold.last, seen)) return
    hold.last = seen
    hold.files.push(takeFile())
    store.setState({ holding: { tagId: hold.tagId, count: hold.files.length, isOn: true } })
  }

  const letGo = async () => {
    const done = hold ?? over
    if (!done) return
    if (hold) store.setState(({ holding }) => ({ holding: holding && { ...holding, isOn: false } }))
    hold = null
    over = done
    const files = (await Promise.all(done.files)).filter((file) => file !== null)
    const { markHeld } = await actions.marking.load()
    // Marked meanwhile, where it was let go twice.
    if (over !== done) return
    over = null
    store.setState(({ kept }) => ({ kept: kept + files.length }))
    await markHeld(actions.addPictures(files), done.tagId)
  }

  return {
    see,
    hold: (tagId, newest) => {
      if (hold) void letGo()
      hold = { tagId, last: null, files: [] }
      store.setState({ holding: { tagId, count: 0, isOn: true } })
      if (newest) see(newest.frame, newest.at)
    },
    letGo,
  }
}
