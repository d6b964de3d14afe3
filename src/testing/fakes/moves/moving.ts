import { expect } from 'vitest'
import type { DiskFolder } from '../../../core/exports/moves/move-disk'
import type { MoveJob, MoveRecord } from '../../../core/exports/moves/move-records'
import { planMoves } from '../../../core/exports/moves/plan-moves'
import { freeFolderName, moveSome, removeEmptyFolders } from '../../../core/exports/moves/run-moves'
import { createMemoryDisk, type AroundStep } from './memory-disk'

const PICTURES = ['a.jpg', 'day 1/b.jpg', 'day 1/a.jpg', 'day 2/c.jpg'] as const
const LABELS = ['car', 'dog', 'car', 'car']
const hash = (bytes: ArrayBuffer) => Promise.resolve(`hash of ${new TextDecoder().decode(bytes)}`)
const bytesOf = (picture: string) => `bytes of ${picture}`

const toError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)))

/** The process has ended: nothing after it happens. */
class Crash extends Error {}

/** A folder of pictures on a disk, a job, and what is written down about it, which outlives a crash. */
export const setupMoves = async (kind: 'copy' | 'move', { writesInPlace = false } = {}) => {
  let around: AroundStep = () => undefined
  const disk = createMemoryDisk((...step) => {
    around(...step)
  }, writesInPlace)
  for (const picture of PICTURES) disk.put(`pictures/${picture}`, bytesOf(picture))
  // Of the person's own, where the job would like to be.
  disk.put('Sorted/car/a.jpg', 'not ours')
  const plan = planMoves(
    PICTURES.map((path, i) => ({
      labelled: {
        ...{ path, size: null, state: 'read', source: 'person', sha256: `hash of ${bytesOf(path)}` },
        labels: [{ label: LABELS[i] ?? '', confidence: null, source: 'person' as const }],
      },
      from: { folder: 0, path },
    })),
  )
  const folder = await freeFolderName(disk.root, 'Sorted')
  const sources = [await disk.root.getDirectoryHandle('pictures')]
  let job: MoveJob<DiskFolder> = {
    ...{ id: 'j', kind, direction: 'forward', root: disk.root, folder, sources },
    ...{ total: plan.records.length, startedAt: 0 },
  }
  const journal = new Map(plan.records.map((record) => [record.n, { ...record, job: 'j' }]))
  const before = disk.files()
  const tools = () => ({
    job,
    hash,
    write: (record: MoveRecord): Promise<void> => {
      try {
        around('before', `write down ${record.n} ${record.state}`)
        journal.set(record.n, record)
        around('after', `write down ${record.n} ${record.state}`)
        return Promise.resolve()
      } catch (error) {
        return Promise.reject(toError(error))
      }
    },
  })
  /** Goes on until all is over or the process ends; says what ended it. */
  const run = async (): Promise<unknown> => {
    try {
      const { error } = await moveSome(tools(), [...journal.values()], () => null)
      if (error === null && job.direction === 'back') await removeEmptyFolders(job, [...journal.values()])
      return error
    } catch (error) {
      return error
    }
  }
  return {
    ...{ disk, journal, before, folder, run },
    turnBack: () => {
      job = { ...job, direction: 'back' }
    },
    /** Lets steps fail, from now on. */
    breakAt: (next: AroundStep) => {
      around = next
    },
    heal: () => {
      around = () => undefined
    },
    states: () => [...journal.values()].map(({ state }) => state),
  }
}

export type Moving = Awaited<ReturnType<typeof setupMoves>>

/** Nothing is nowhere, and nothing of the person's is written over. */
export const expectNothingLost = ({ disk, before }: Moving) => {
  const files = disk.files()
  const contents = new Set(files.values())
  for (const [path, bytes] of before) {
    if (!path.startsWith('pictures/')) expect(files.get(path)).toBe(bytes)
    expect(contents).toContain(bytes)
  }
}

/** How many steps a run takes. */
export const countSteps = async (make: () => Promise<Moving>, prepare: (job: Moving) => Promise<unknown>) => {
  const job = await make()
  await prepare(job)
  let steps = 0
  job.breakAt((when) => {
    if (when === 'before') steps += 1
  })
  expect(await job.run()).toBeNull()
  return steps
}

const afterwards = {
  copy: new Map([
    ['Sorted (2)/car/a.jpg', 'bytes of a.jpg'],
    ['Sorted (2)/dog/b.jpg', 'bytes of day 1/b.jpg'],
    ['Sorted (2)/car/a (2).jpg', 'bytes of day 1/a.jpg'],
    ['Sorted (2)/car/c.jpg', 'bytes of day 2/c.jpg'],
  ]),
}

const sortedFiles = (files: ReadonlyMap<string, string>) => [...files].sort(([a], [b]) => (a < b ? -1 : 1))

/** As it should be in the end. */
export const expectMoved = (job: Moving, kind: 'copy' | 'move') => {
  const stays = [...job.before].filter(([path]) => kind === 'copy' || !path.startsWith('pictures/'))
  expect(sortedFiles(job.disk.files())).toEqual(sortedFiles(new Map([...stays, ...afterwards.copy])))
  expect(job.states()).toEqual(['done', 'done', 'done', 'done'])
}

export const expectAsBefore = (job: Moving) => {
  expect(sortedFiles(job.disk.files())).toEqual(sortedFiles(job.before))
  expect(job.disk.hasFolder('Sorted (2)')).toBe(false)
}

/** Ends the process before or after a step. */
export const crashAt = (at: number, side: 'before' | 'after'): AroundStep => {
  let steps = 0
  let dead = false
  return (when) => {
    if (when === 'before') steps += 1
    if (steps === at && when === side) dead = true
    if (dead) throw new Crash()
  }
}

/** Has one step fail, and no other. */
export const failAt = (at: number, side: 'before' | 'after', name: string): AroundStep => {
  let steps = 0
  return (when) => {
    if (when === 'before') steps += 1
    if (steps === at && when === side) throw Object.assign(new Error('a fault'), { name })
  }
}
