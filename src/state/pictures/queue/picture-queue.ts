import type { EncodedPicture } from '../../../client/engine-client'
import { failed, failedBy, type Outcome } from '../../../core/errors/outcome'
import { PICTURE_BATCH_SIZE } from '../../../protocol/inference-api'
import type { ActionDeps } from '../../app-deps'
import type { Picture, PicturePhase } from '../../app-state'
import { currentModel } from '../../model/current-model'
import { createQueueCount, type PhaseChange } from './queue-count'

/**
 * Pictures handed to the engine at a time: a batch that runs in each worker, one that waits and two that are being
 * decoded. Enough to keep batches full, few enough to reorder the rest.
 */
const underWayLimit = (workers: number): number => (workers + 1) * PICTURE_BATCH_SIZE + 2

/** Encodes what waits, what is on the screen first. */
export interface PictureQueue {
  /** Starts as much as may run now. Called after anything that adds work or allows it. */
  pump(): void
  setVisible(ids: readonly string[]): void
  pause(): void
  resume(): void
  stop(): void
  /** Gives up encoding these, because they are gone. */
  forget(ids: ReadonlySet<string>): void
}

/**
 * From so many pictures on, what becomes of them is put into the list together, three times a second: each change of the
 * list draws the page again. Fewer show at once.
 */
const MANY = 500
const TOGETHER_MS = 300

const ABSENT = failed({ code: 'IMAGE_ELSEWHERE' })

/** Creates the queue over the store's pictures. */
export const createPictureQueue = ({
  store,
  engine,
  now,
}: Pick<ActionDeps, 'store' | 'engine' | 'now'>): PictureQueue => {
  const underWay = new Map<string, AbortController>()
  /** What has become of pictures, by their ids, and is not in the list yet. */
  const changes = new Map<string, PhaseChange>()
  let timer: ReturnType<typeof setTimeout> | null = null
  /** Those on the screen that may wait, and from where on in the list others may. */
  let visible: ReadonlySet<string> = new Set()
  let visibleFirst: Picture[] = []
  let cursor = 0
  const { getState, setState } = store

  const count = createQueueCount(now)

  /** Puts into the list what has become of pictures, and the queue's own phase in step with it: one change of the state. */
  const settleAll = () => {
    if (timer !== null) clearTimeout(timer)
    timer = null
    const { pictures: before, queue: phase, model } = getState()
    const pictures = changes.size === 0 ? before : count.apply(before, changes)
    changes.clear()
    const queue = count.phaseOf(pictures, phase, currentModel(model) !== null)
    if (pictures !== before || queue !== phase) setState({ pictures, queue })
  }

  const setPhase = (id: string, change: PhaseChange) => {
    const before = changes.get(id)
    changes.set(id, before ? (phase) => change(before(phase)) : change)
    if (getState().pictures.length < MANY) settleAll()
    else timer ??= setTimeout(go, TOGETHER_MS)
  }

  const isWaiting = ({ id, phase }: Picture): boolean =>
    phase.kind === 'waiting' && !underWay.has(id) && !changes.has(id)

  /** Begins the search for what waits at the beginning. */
  const lookAgain = () => {
    cursor = 0
    visibleFirst = getState().pictures.filter((picture) => visible.has(picture.id) && isWaiting(picture))
  }

  /** The next picture to encode: the first on the screen that waits, else the first that waits. */
  const nextWaiting = (): Picture | undefined => {
    const { pictures } = getState()
    for (let next = visibleFirst.shift(); next; next = visibleFirst.shift()) if (isWaiting(next)) return next
    for (; cursor < pictures.length; cursor += 1) {
      const next = pictures[cursor]
      if (next && isWaiting(next)) return next
    }
    return undefined
  }

  /** A rendition is made once per picture: a second model's is the same. */
  const readyPhase = (before: PicturePhase, encoded: EncodedPicture): PicturePhase => {
    const { sha256, width, height, isShowable, thumbnail, photographic, mosaic, ...rest } = encoded
    const facts = before.facts ?? {
      sha256,
      width,
      height,
      isShowable,
      photographic,
      thumbnail,
      ...(mosaic && { mosaic }),
    }
    return { kind: 'ready', facts, encoded: rest }
  }

  const settle = (id: string, outcome: Outcome<EncodedPicture>) => {
    const stale = outcome.kind === 'done' && outcome.value.modelKey !== currentModel(getState().model)?.key
    const unloaded = failedBy(outcome, 'MODEL_NOT_LOADED')
    if (stale || unloaded) lookAgain()
    setPhase(id, (phase): PicturePhase => {
      if (stale || unloaded) return { kind: 'waiting', facts: phase.facts }
      switch (outcome.kind) {
        case 'done':
          return readyPhase(phase, outcome.value)
        case 'failed':
          return { kind: 'failed', error: outcome.error, facts: phase.facts }
        case 'cancelled':
          return { kind: 'stopped', facts: phase.facts }
      }
    })
  }

  const encode = async ({ id, file, name, absent, phase: before }: Picture) => {
    const controller = new AbortController()
    underWay.set(id, controller)
    setPhase(id, (phase) => ({ kind: 'encoding', facts: phase.facts }))
    // Of what is elsewhere any numbers are better than none.
    const reading = absent ? 'fast' : (getState().settings.reading ?? 'exact')
    const { signal } = controller
    const outcome = await engine.embedPicture(file, name, { signal, sha256: before.facts?.sha256, reading })
    // A picture that was taken off the list, and perhaps put back, meanwhile is no longer this one's business.
    if (underWay.get(id) !== controller) return
    underWay.delete(id)
    // There was nothing to read, unless what a model has made of it is known.
    settle(id, absent && outcome.kind === 'failed' ? ABSENT : outcome)
    startMore()
  }

  const startMore = () => {
    const limit = underWayLimit(currentModel(getState().model)?.workers ?? 1)
    while (underWay.size < limit && getState().queue.kind === 'running') {
      const next = nextWaiting()
      if (!next) break
      void encode(next)
    }
  }

  const go = () => {
    settleAll()
    startMore()
  }

  return {
    pump: () => {
      settleAll()
      lookAgain()
      startMore()
    },
    setVisible: (ids) => {
      visible = new Set(ids)
      lookAgain()
    },
    pause: () => {
      setState(({ queue: phase }) =>
        phase.kind === 'running' ? { queue: { kind: 'paused', done: phase.done, total: phase.total } } : {},
      )
    },
    resume: () => {
      setState(({ queue: phase }) =>
        phase.kind === 'paused' ? { queue: { ...phase, kind: 'running', startedAt: now() } } : {},
      )
      go()
    },
    stop: () => {
      settleAll()
      setState(({ pictures }) => ({
        queue: { kind: 'idle' },
        pictures: pictures.map((picture) =>
          picture.phase.kind === 'waiting'
            ? { ...picture, phase: { kind: 'stopped', facts: picture.phase.facts } }
            : picture,
        ),
      }))
      for (const controller of underWay.values()) controller.abort()
    },
    forget: (ids) => {
      for (const id of ids) {
        underWay.get(id)?.abort()
        underWay.delete(id)
        changes.delete(id)
      }
      lookAgain()
      go()
    },
  }
}
