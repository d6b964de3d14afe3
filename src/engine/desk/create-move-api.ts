import { done, failed, type Outcome } from '../../core/errors/outcome'
import type { TaglensError } from '../../core/errors/taglens-error'
import { isOver, type MoveRecord } from '../../core/exports/moves/move-records'
import { moveSome, removeEmptyFolders } from '../../core/exports/moves/run-moves'
import type { FolderJob, MoveApi, MoveProgress } from '../../protocol/move-api'
import { toStorageError } from '../../protocol/storage-error'
import { withJournal, type MoveJournal } from './move-journal'

/** A call ends after so long, so that the page hears how far it is and may stop. */
const CALL_MS = 1000

/** Of what was not done so many are named. */
const NAMED = 100

const toHex = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('')

// Folders of the person's are given to secure origins alone, which have both of these.
const lockManager = (): LockManager | undefined => (navigator as Partial<WorkerNavigator>).locks

/** SHA-256, hex. Rejects where the browser gives nothing to tell it with. */
export const hash = async (bytes: ArrayBuffer): Promise<string> => {
  const { subtle } = crypto as { readonly subtle?: SubtleCrypto }
  if (!subtle) throw new Error('nothing to compare files with')
  return toHex(await subtle.digest('SHA-256', bytes))
}

const toMoveError = (error: unknown): TaglensError => toStorageError(error, 'sorting into folders')

const describe = (
  job: FolderJob,
  records: readonly MoveRecord[],
  moved: readonly MoveRecord[] = [],
  error: TaglensError | null = null,
): MoveProgress => {
  const wanted = job.direction === 'forward' ? 'done' : 'undone'
  const over = records.filter((record) => isOver(record, job.direction))
  const problems = over.flatMap(({ picture, why, state }) =>
    why !== undefined && state !== wanted ? [{ picture, why }] : [],
  )
  return {
    job,
    over: over.length,
    done: over.filter(({ state }) => state === wanted).length,
    kept: over.filter(({ kept }) => kept).length,
    problems: problems.slice(0, NAMED),
    problemCount: problems.length,
    error,
    moved,
  }
}

/** Sorts into folders from a worker. @param name of the database of what is written down. */
export const createMoveApi = (name: string): MoveApi => {
  const guarded = async <T>(work: (journal: MoveJournal) => Promise<T>): Promise<Outcome<T>> => {
    try {
      return done(await withJournal(name, work))
    } catch (error) {
      return failed(toMoveError(error))
    }
  }
  /** In one tab at a time: another may have the same job before it. */
  const alone = <T>(work: (journal: MoveJournal) => Promise<T>) =>
    guarded((journal) => lockManager()?.request(name, () => work(journal)) ?? work(journal))
  const jobOf = async (journal: MoveJournal, jobId: string): Promise<FolderJob> => {
    const job = (await journal.jobs()).find(({ id }) => id === jobId)
    if (!job) throw new Error(`no job ${jobId}`)
    return job
  }
  return {
    moveJobs: () =>
      guarded(async (journal) => {
        const jobs = [...(await journal.jobs())].sort((a, b) => b.startedAt - a.startedAt)
        return Promise.all(jobs.map(async (job) => describe(job, await journal.records(job.id))))
      }),
    planMove: (job, records) =>
      guarded(async (journal) => {
        const old = await journal.jobs()
        const isFinished = async ({ id, direction }: FolderJob) =>
          (await journal.records(id)).every((record) => isOver(record, direction))
        const over = await Promise.all(old.map(isFinished))
        await journal.forget(old.filter((_, i) => over[i]).map(({ id }) => id))
        // Records first: a job without them would be one that is over.
        await journal.write(records)
        await journal.putJob(job)
        return null
      }),
    moveOn: (jobId, given) =>
      alone(async (journal) => {
        const job = await jobOf(journal, jobId)
        const records = new Map((await journal.records(jobId)).map((record) => [record.n, record]))
        const tools = { job, hash, write: (record: MoveRecord) => journal.write([record]) }
        const until = performance.now() + CALL_MS
        const moved: MoveRecord[] = []
        for (const record of records.values()) {
          if (isOver(record, job.direction)) continue
          // Its bytes come with a later call.
          if (record.from === null && !given.has(record.n) && moved.length > 0) break
          if (performance.now() > until) break
          const some = await moveSome(tools, [record], ({ n }) => given.get(n) ?? null)
          if (some.error !== null) return describe(job, [...records.values()], moved, toMoveError(some.error))
          for (const next of some.records) {
            records.set(next.n, next)
            moved.push(next)
          }
        }
        const all = [...records.values()]
        if (job.direction === 'back' && all.every((one) => isOver(one, 'back')))
          await removeEmptyFolders(job, all)
        return describe(job, all, moved)
      }),
    turnMove: (jobId) =>
      guarded(async (journal) => {
        await journal.putJob({ ...(await jobOf(journal, jobId)), direction: 'back' })
        return null
      }),
  }
}
