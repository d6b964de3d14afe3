import type { Picture, PicturePhase, QueuePhase } from '../../app-state'

/** What has become of a picture. */
export type PhaseChange = (phase: PicturePhase) => PicturePhase

/** Whether the queue still has something to do with it. */
const isActive = ({ kind }: PicturePhase): boolean => kind === 'waiting' || kind === 'encoding'

/**
 * Where each picture of the list stands and how many of them the queue still has before it. A list that is changed here is
 * not gone through again: a change costs what it changes, however long the list is.
 */
export interface QueueCount {
  /** The list with what has become of pictures of it; those that it has not are left out. */
  apply(pictures: readonly Picture[], changes: ReadonlyMap<string, PhaseChange>): readonly Picture[]
  /** The queue's phase over such a list, the same object where nothing has changed. */
  phaseOf(pictures: readonly Picture[], before: QueuePhase, mayRun: boolean): QueuePhase
}

/** @param now by `performance.now()`. */
export const createQueueCount = (now: () => number): QueueCount => {
  /** The list that the rest is about. */
  let counted: readonly Picture[] | null = null
  const places = new Map<string, number>()
  let waiting = 0
  /** What has been in the queue since it was last empty. Pictures are counted, and not runs: one may take several. */
  const run = new Set<string>()
  /** Those of them that are on the list. */
  let total = 0

  /** Whether a list goes on where the one that was counted ends, as while a folder of thousands is found. */
  const goesOn = (pictures: readonly Picture[]): boolean =>
    counted?.every((one, i) => one === pictures[i]) ?? false

  const count = (pictures: readonly Picture[]) => {
    if (counted === pictures) return
    const from = goesOn(pictures) ? (counted?.length ?? 0) : 0
    counted = pictures
    if (from === 0) {
      places.clear()
      waiting = 0
      total = 0
    }
    for (let place = from; place < pictures.length; place += 1) {
      const picture = pictures[place]
      if (!picture) continue
      const { id, phase } = picture
      places.set(id, place)
      if (isActive(phase)) {
        run.add(id)
        waiting += 1
      }
      if (run.has(id)) total += 1
    }
  }

  const startRun = () => {
    const pictures = counted ?? []
    counted = null
    run.clear()
    count(pictures)
  }

  return {
    apply: (before, changes) => {
      count(before)
      const pictures = [...before]
      for (const [id, change] of changes) {
        const place = places.get(id)
        const picture = place === undefined ? undefined : pictures[place]
        if (!picture || place === undefined) continue
        const phase = change(picture.phase)
        pictures[place] = { ...picture, phase }
        waiting += Number(isActive(phase)) - Number(isActive(picture.phase))
        if (!isActive(phase) || run.has(id)) continue
        run.add(id)
        total += 1
      }
      counted = pictures
      return pictures
    },
    phaseOf: (pictures, before, mayRun) => {
      count(pictures)
      if (before.kind === 'idle') startRun()
      const done = total - waiting
      if (waiting === 0 || !mayRun) return before.kind === 'idle' ? before : { kind: 'idle' }
      // Another model encodes again what was done: its speed is measured from here.
      if (before.kind === 'idle' || (before.kind === 'running' && done < before.done))
        return { kind: 'running', done, total, startedAt: now() }
      return before.total === total && before.done === done ? before : { ...before, done, total }
    },
  }
}
