import { createStore } from 'zustand/vanilla'
import type { EncodedFrame } from '../../client/engine-client'
import { frameRate, RATE_MS } from '../../core/live/frame-times'
import { EMPTY_MEMORY, keepsFrame } from '../../core/live/keep-rule'
import { recentFrames, type SeenFrame, steadyEncoding } from '../../core/live/steady-encoding'
import { createLiveSources } from '../../platform/pictures/live/live-sources'
import type { LiveFrame } from '../../protocol/pixel-api'
import type { AppActions } from '../app-actions'
import type { ActionDeps } from '../app-deps'
import type { Picture } from '../app-state'
import { createFrameHolder } from './frame-holder'
import { createFrameTaker } from './frame-taker'
import type { FrameSource, Live, LiveSources, LiveState } from './live'

/** What live ranking works with. */
export type LiveDeps = Pick<ActionDeps, 'store' | 'engine' | 'selectors' | 'now'> & {
  readonly actions: Pick<AppActions, 'addPictures' | 'marking'>
}

const NOTHING_SEEN = { picture: null, rate: null, ranked: 0, error: null, kept: 0, holding: null } as const

const NO_FILE = new Blob()

/** A frame as a picture of the list would be. It is never put there: what is kept becomes a file of its own. */
const toPicture = (frame: EncodedFrame, encoding: EncodedFrame | SeenFrame['encoding']): Picture => {
  const { width, height, photographic, modelKey, frame: seen, time } = frame
  const values =
    encoding.kind === 'embedding'
      ? ({ kind: 'embedding', embedding: encoding.embedding } as const)
      : ({ kind: 'classes', logits: encoding.logits } as const)
  return {
    id: 'live',
    name: '',
    file: NO_FILE,
    isSample: false,
    phase: {
      kind: 'ready',
      facts: {
        ...{ sha256: '', width, height, isShowable: true, photographic },
        thumbnail: NO_FILE,
      },
      encoded: { ...values, modelKey, frame: seen, reducedBy: 1, time },
    },
  }
}

/** Creates what ranks things live. Nothing runs before something is watched. */
export const createLive = (
  { store: app, engine, selectors, now, actions }: LiveDeps,
  sources: LiveSources = createLiveSources(),
): Live => {
  const store = createStore<LiveState>(() => ({
    ...NOTHING_SEEN,
    steady: true,
    keepWhen: 'never',
    taking: { kind: 'none' },
  }))
  /** The frame that was ranked last and where it came from. */
  let last: {
    readonly frame: LiveFrame
    readonly frames: FrameSource
    readonly nameNow: () => string
    readonly encoded: EncodedFrame
    readonly at: number
  } | null = null
  let memory = EMPTY_MEMORY

  const forgetLast = () => {
    last?.frame.close()
    last = null
  }

  /** The frame that was ranked last, as a file. */
  const takeFile = async (): Promise<File | null> => {
    if (!last) return null
    const { frame, frames, nameNow } = last
    const name = nameNow()
    // The next frame closes the one that this is of.
    const copy = await frames.copy(frame)
    const file = await frames.toFile(copy, name)
    copy.close()
    return file
  }
  const holder = createFrameHolder({ store, actions, takeFile })

  const keep = async () => {
    const file = await takeFile()
    if (!file) return
    actions.addPictures([file])
    store.setState(({ kept }) => ({ kept: kept + 1 }))
  }

  /** Keeps the frame if a label has just become its answer. */
  const keepByItself = (picture: Picture) => {
    const { keepWhen } = store.getState()
    const state = app.getState()
    const answers = selectors.isBeyondModel(state, picture)
      ? []
      : selectors.labels(state, picture).flatMap(({ accepted, tagId }) => (accepted ? [tagId] : []))
    const next = keepsFrame(memory, answers, keepWhen, now())
    memory = next.memory
    if (next.keeps) void keep()
  }

  const watch: Live['watch'] = (frames, nameNow) => {
    const ending = new AbortController()
    const { signal } = ending
    let seen: readonly SeenFrame[] = []
    let times: readonly number[] = []
    let newest: EncodedFrame | null = null
    memory = EMPTY_MEMORY
    store.setState(NOTHING_SEEN)

    const show = (frame: EncodedFrame, at: number) => {
      // Two models' numbers do not mix.
      if (newest?.modelKey !== frame.modelKey) seen = []
      newest = frame
      seen = recentFrames([...seen, { encoding: frame, at }])
      const { steady, ranked } = store.getState()
      const picture = toPicture(frame, (steady ? steadyEncoding(seen) : null) ?? frame)
      store.setState({ picture, ranked, error: null, rate: frameRate(times) })
      keepByItself(picture)
    }

    const rank = async (frame: LiveFrame) => {
      const sent = await frames.copy(frame)
      const outcome = await engine.embedFrame(sent, signal)
      sent.close()
      if (signal.aborted || outcome.kind !== 'done') {
        frame.close()
        if (outcome.kind === 'failed' && !signal.aborted) store.setState({ error: outcome.error })
        return
      }
      forgetLast()
      const at = now()
      last = { frame, frames, nameNow, encoded: outcome.value, at }
      times = [...times.filter((time) => at - time < RATE_MS), at]
      store.setState(({ ranked }) => ({ ranked: ranked + 1 }))
      show(outcome.value, at)
      holder.see(outcome.value, at)
    }

    // A function, since the compiler takes a value that was read once as settled.
    const isOver = () => signal.aborted
    const run = async () => {
      while (!isOver()) {
        const frame = await frames.next(signal)
        if (frame !== 'same') await rank(frame)
        // What shows nothing new still shows what it did, and a verdict that is steadied comes to rest.
        else if (newest && !isOver()) show(newest, now())
      }
    }
    void run()
    return () => {
      ending.abort()
      forgetLast()
      store.setState({ picture: null, rate: null })
    }
  }

  const taker = createFrameTaker(store, sources, actions)
  return {
    store,
    sources,
    watch,
    keep,
    hold: (tagId) => {
      holder.hold(tagId, last && { frame: last.encoded, at: last.at })
    },
    letGo: holder.letGo,
    setSteady: (steady) => {
      store.setState({ steady })
    },
    setKeepWhen: (keepWhen) => {
      memory = { ...memory, answers: [] }
      store.setState({ keepWhen })
    },
    takeFrames: taker.take,
    stopTaking: taker.stop,
  }
}
