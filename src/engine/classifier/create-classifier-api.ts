import type { Products } from '../../core/tasks/own/linear/products'
import { toSpace } from '../../core/tasks/own/linear/space'
import { groupNearDuplicates } from '../../core/tasks/own/groups/near-duplicates'
import { findingsOf } from '../../core/tasks/own/report/findings'
import { reportOn } from '../../core/tasks/own/report/report'
import { withTold } from '../../core/tasks/own/groups/told-groups'
import { firstChoice, fitHead, train } from '../../core/tasks/own/train'
import { canLearn } from '../../core/tasks/own/training-set'
import { cancelled, done, failed, type Outcome } from '../../core/errors/outcome'
import type { ClassifierApi, Examples } from '../../protocol/classifier-api'
import { nextTurn } from '../../protocol/next-turn'
import { toStorageError } from '../../protocol/storage-error'
import { openMarks, type MarksDatabase } from './marks-database'

/** Longest time without a look at what else is asked, in milliseconds. */
const SLICE_MS = 12

/** Vectors that are no numbers, which a broken driver gives, would make all answers so. */
const isSound = (examples: Examples): boolean =>
  canLearn({ ...examples, groups: examples.ids }) &&
  examples.vectors.every(Number.isFinite) &&
  examples.words.every(Number.isFinite)

const UNSOUND = { code: 'UNEXPECTED', detail: 'examples that nothing can be learned from' } as const

/**
 * @param name of the database of marks.
 * @param products what learning is computed by.
 */
export const createClassifierApi = ({
  name,
  products,
}: {
  readonly name: string
  readonly products: Products
}): ClassifierApi => {
  let opening: Promise<MarksDatabase | null> | null = null

  const guarded = async <T>(without: T, work: (marks: MarksDatabase) => Promise<T>): Promise<Outcome<T>> => {
    try {
      opening ??= openMarks(name)
      const marks = await opening
      return done(marks ? await work(marks) : without)
    } catch (error) {
      opening = null
      return failed(toStorageError(error, 'keeping marks'))
    }
  }

  return {
    fit: (examples, choice) => {
      if (!isSound(examples)) return Promise.resolve(failed(UNSOUND))
      const set = { ...examples, groups: examples.ids }
      const chosen = choice ?? firstChoice(set)
      return Promise.resolve(done(fitHead(set, chosen, toSpace(set, products, chosen.loudness))))
    },
    train: async (examples, signal, onProgress) => {
      if (!isSound(examples)) return failed(UNSOUND)
      const apart = { ...examples, groups: examples.ids }
      const space = toSpace(apart, products)
      const groups = withTold(groupNearDuplicates(apart, space), examples.ids, examples)
      const set = { ...apart, groups }
      const work = train(set, space)
      let since = performance.now()
      for (;;) {
        const step = work.next()
        if (step.done) {
          const { head, choice, heldOut } = step.value
          return done({
            ...{ head, choice, report: reportOn(set, heldOut) },
            findings: findingsOf(set, heldOut, examples.ids),
          })
        }
        if (performance.now() - since < SLICE_MS) continue
        onProgress(step.value)
        await nextTurn()
        if (signal.aborted) return cancelled
        since = performance.now()
      }
    },
    recall: () => guarded([], (marks) => marks.all()),
    keep: (put, removed) =>
      guarded(null, async (marks) => {
        await marks.change(put, removed)
        return null
      }),
    recallVersions: () => guarded([], (marks) => marks.versions()),
    keepVersions: (versions) =>
      guarded(null, async (marks) => {
        await marks.setVersions(versions)
        return null
      }),
    forgetAll: () =>
      guarded(null, async (marks) => {
        await marks.clear()
        return null
      }),
  }
}
