import type { Classifier } from '../../../client/classifier/create-classifier'
import type { UnitVector } from '../../../core/brands'
import type { Mark } from '../../../core/tasks/own/marks'
import type { MarkMemory } from '../../../platform/storage/mark-memory'
import type { ActionDeps } from '../../app-deps'
import type { AppState } from '../../app-state'
import type { WorkKeeper } from '../../history/work-history'

/** What is told to the worker of a mark; its vector goes along. */
const changesOf = (before: readonly Mark[], after: readonly Mark[]) => {
  const [known, here] = [new Set(before), new Set(after.map(({ id }) => id))]
  return {
    put: after.filter((mark) => !known.has(mark)),
    removed: before.flatMap(({ id }) => (here.has(id) ? [] : [id])),
  }
}

/**
 * Puts back what was marked at earlier visits, and keeps what is marked from here on, as long as pictures are kept.
 * Resolves when the earlier marks are there; without them where they cannot be read.
 */
export const keepMarks = async ({
  store,
  classifier,
  memory,
  work,
}: Pick<ActionDeps, 'store'> & {
  readonly classifier: Pick<Classifier, 'recall' | 'keep'>
  readonly memory: MarkMemory
  readonly work: Pick<WorkKeeper, 'change'>
}): Promise<void> => {
  const isKept = ({ settings }: AppState) => settings.keepsPictures
  const recalled = await classifier.recall()
  const earlier =
    recalled.kind === 'done'
      ? recalled.value.map((mark) => ({
          ...mark,
          // Written from a vector of length 1, and looked at when it was read.
          encoded: mark.encoded && { ...mark.encoded, embedding: mark.encoded.embedding as UnitVector },
        }))
      : []
  let told: readonly Mark[] = earlier
  if (earlier.length > 0) {
    const { marks } = store.getState()
    const here = new Set(marks.map(({ id }) => id))
    work.change({ marks: [...earlier.filter(({ id }) => !here.has(id)), ...marks] })
  }
  const tell = ({ marks }: AppState) => {
    const { put, removed } = changesOf(told, marks)
    told = marks
    memory.write(marks.length > 0)
    void classifier.keep(put, removed)
  }
  if (earlier.length === 0) memory.write(false)
  store.subscribe((state) => {
    if (state.marks !== told && isKept(state)) tell(state)
  })
}
