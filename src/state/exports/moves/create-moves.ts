import { createLate, toPartError } from '../../../core/async/late'
import type { Outcome } from '../../../core/errors/outcome'
import type { ExportScope } from '../../../core/exports/export-request'
import type { MoveRecord } from '../../../core/exports/moves/move-records'
import { planMoves, type MovePlan, type PictureToMove } from '../../../core/exports/moves/plan-moves'
import { freeFolderName } from '../../../core/exports/moves/run-moves'
import { mayUseFolders } from '../../../platform/pictures/folders/folder-source'
import { pickTargetFolder } from '../../../platform/pictures/folders/pick-target-folder'
import type { FolderJob, MoveProgress } from '../../../protocol/move-api'
import { moving as movingWords } from '../../../words/en/pictures/moving'
import type { ActionDeps } from '../../app-deps'
import type { AppState, Picture } from '../../app-state'
import type { WorkKeeper } from '../../history/work-history'
import { labelledPictures } from '../labelled-pictures'
import type { MoveActions, Moving } from './moving'
import { movePictures } from './move-pictures'

/** What sorting into folders works with. */
export interface MovesDeps extends Pick<
  ActionDeps,
  'store' | 'selectors' | 'openDesk' | 'newId' | 'wordsWith'
> {
  readonly work: Pick<WorkKeeper, 'change'>
  readonly picturesOf: (state: AppState, scope: ExportScope) => readonly Picture[]
}

/** Files that are handed over at a time: each costs the page some work. */
const FILES_AT_ONCE = 50

/** A job, with what this visit knows of its pictures. */
interface Known {
  readonly job: FolderJob
  readonly plan: MovePlan
  /** In the order of the records. */
  readonly pictures: readonly Picture[]
}

/** Creates what sorts pictures into folders of the person's disk. */
export const createMoves = (deps: MovesDeps): MoveActions => {
  const { store, selectors } = deps
  const desk = createLate(deps.openDesk)
  let known: Known | null = null
  let stops = false
  // A function, since the compiler takes a value that was set as settled.
  const isToStop = () => stops
  const set = (moving: Moving) => {
    store.setState({ moving })
  }
  const progressNow = (): MoveProgress | null => {
    const { moving } = store.getState()
    return 'progress' in moving ? moving.progress : null
  }
  const fail = (error: unknown) => {
    set({ kind: 'failed', error: toPartError(error) })
  }

  /** The next pictures of which the page alone has the bytes. */
  const givenNext = ({ plan, pictures }: Known, gone: ReadonlySet<number>): ReadonlyMap<number, Blob> => {
    const left = plan.records.filter(({ n, from }) => from === null && !gone.has(n)).slice(0, FILES_AT_ONCE)
    return new Map(left.flatMap(({ n }) => (pictures[n] ? [[n, pictures[n].file]] : [])))
  }

  /** Goes on until all is done, or the person, the disk or the browser ends it. */
  const run = async (before: MoveProgress): Promise<void> => {
    const { job } = before
    const own = known?.job.id === job.id ? known : null
    const gone = new Set<number>()
    stops = false
    let last = before
    const stopped = (error: Extract<Moving, { kind: 'stopped' }>['error'] = null) => {
      set({ kind: 'stopped', progress: last, error })
    }
    set({ kind: 'running', progress: before })
    const opened = await desk.load()
    for (;;) {
      const outcome: Outcome<MoveProgress> = await opened.desk.moveOn(
        job.id,
        own ? givenNext(own, gone) : new Map(),
      )
      if (outcome.kind !== 'done') {
        stopped(outcome.kind === 'failed' ? outcome.error : null)
        return
      }
      const isStuck = outcome.value.moved.length === 0
      last = outcome.value
      for (const { n } of last.moved) gone.add(n)
      if (own) await movePictures({ ...deps, ...opened }, last, own.pictures)
      if (last.over >= last.job.total) {
        set({ kind: 'over', progress: last })
        return
      }
      if (last.error !== null || isToStop() || isStuck) {
        stopped(last.error)
        return
      }
      set({ kind: 'running', progress: last })
    }
  }

  /** Whether the page may write where it has to; the person is asked. */
  const mayWrite = ({ kind, root, sources }: FolderJob): Promise<boolean> =>
    mayUseFolders(kind === 'move' ? [root, ...sources] : [root], true, 'readwrite')

  const picturesToMove = (
    pictures: readonly Picture[],
    { book }: Awaited<ReturnType<typeof deps.openDesk>>,
    whose: Parameters<MoveActions['choose']>[0]['whose'] = 'decided-first',
  ) => {
    const sources: FileSystemDirectoryHandle[] = []
    const numbers = new Map<FileSystemDirectoryHandle, number>()
    const numberOf = (folder: FileSystemDirectoryHandle) => {
      const number = numbers.get(folder) ?? sources.push(folder) - 1
      numbers.set(folder, number)
      return number
    }
    const chosen: Picture[] = []
    const toMove: PictureToMove[] = []
    for (const [labelled, picture] of labelledPictures(store.getState(), selectors, pictures, whose)) {
      const place = book.get(picture.file)
      const from: MoveRecord['from'] = place ? { folder: numberOf(place.folder), path: place.path } : null
      chosen.push(picture)
      toMove.push({ labelled, from })
    }
    return { sources, toMove, chosen }
  }

  return {
    choose: async ({ scope, whose }) => {
      try {
        // At once: a browser asks within a press alone.
        const root = await pickTargetFolder()
        if (root === null) return
        const opened = await desk.load()
        // What is on another machine can be neither copied nor moved.
        const pictures = deps.picturesOf(store.getState(), scope).filter(({ absent }) => !absent)
        const { sources, toMove, chosen } = picturesToMove(pictures, opened, whose)
        const plan = planMoves(toMove)
        const folder = await freeFolderName(root, deps.wordsWith(movingWords).t('moving.folder'))
        const total = plan.records.length
        const job: FolderJob = {
          ...{ id: deps.newId(), kind: 'copy', direction: 'forward', root, folder, sources, total },
          startedAt: Date.now(),
        }
        known = { job, plan, pictures: chosen }
        const { folders, copiedOnly } = plan
        set({ kind: 'planned', into: `${root.name}/${folder}`, folders, total, copiedOnly, refused: false })
      } catch (error) {
        fail(error)
      }
    },
    start: async (kind) => {
      const { moving } = store.getState()
      if (!known || moving.kind !== 'planned') return
      try {
        const job: FolderJob = { ...known.job, kind }
        if (!(await mayWrite(job))) {
          set({ ...moving, refused: true })
          return
        }
        known = { ...known, job }
        const { desk: kept } = await desk.load()
        const records = known.plan.records.map((record) => ({ ...record, job: job.id }))
        const planned = await kept.planMove(job, records)
        if (planned.kind === 'failed') set({ kind: 'failed', error: planned.error })
        if (planned.kind !== 'done') return
        const progress = { job, over: 0, done: 0, kept: 0, problems: [], problemCount: 0, error: null }
        await run({ ...progress, moved: [] })
      } catch (error) {
        fail(error)
      }
    },
    stop: () => {
      stops = true
    },
    goOn: async () => {
      const progress = progressNow()
      try {
        if (progress && (await mayWrite(progress.job))) await run(progress)
      } catch (error) {
        fail(error)
      }
    },
    takeBack: async () => {
      const progress = progressNow()
      try {
        if (!progress || !(await mayWrite(progress.job))) return
        const { desk: kept } = await desk.load()
        const turned = await kept.turnMove(progress.job.id)
        if (turned.kind !== 'done') return
        await run({ ...progress, job: { ...progress.job, direction: 'back' }, over: 0, done: 0, moved: [] })
      } catch (error) {
        fail(error)
      }
    },
    close: () => {
      const { kind } = store.getState().moving
      if (kind !== 'running' && kind !== 'stopped') set({ kind: 'none' })
    },
  }
}
