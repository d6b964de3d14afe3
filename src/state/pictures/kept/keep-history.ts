import type { UnitVector } from '../../../core/brands'
import type { ListPatch } from '../../../core/history/list-patch'
import type { Mark } from '../../../core/tasks/own/marks'
import type { HistoryStore } from '../../../platform/storage/history-store'
import type { ActionDeps } from '../../app-deps'
import type { Picture, WorkHistory, WorkStep } from '../../app-state'

/** A history outlives a visit, with the list that it is of. */
export interface HistoryKeeper {
  /** Goes on with the history of a list, which is held by this tab. What was done before it was there stays behind it. */
  attach(setId: string): Promise<void>
  /** Writes what has not been written yet, and keeps it no longer. */
  detach(): Promise<void>
  forget(setIds: readonly string[] | 'all'): Promise<void>
}

/** Steps are written together: often enough that a crash loses little, seldom enough to cost nothing. */
const WRITE_AFTER_MS = 300

/**
 * Bytes of removed pictures that a step keeps for the next visit. They are copied; a larger removal can be taken back until
 * the page is left.
 */
const MOST_BYTES = 64_000_000

/** What is read of a picture again is not kept twice: a look at its bytes brings it back. */
const withoutEncoding = (picture: Picture): Picture => ({
  ...picture,
  phase: { kind: 'waiting', facts: picture.phase.facts },
})

/** A view of many vectors would be written with all of them. */
const ofItsOwn = (mark: Mark): Mark => ({
  ...mark,
  encoded: mark.encoded && { ...mark.encoded, embedding: mark.encoded.embedding.slice() as UnitVector },
})

const mapPut = <Item extends { readonly id: string }>(
  patch: ListPatch<Item>,
  change: (item: Item) => Item,
): ListPatch<Item> => ({
  ...patch,
  put: patch.put.map((run) => ({ ...run, items: run.items.map(change) })),
})

const isTooLarge = ({ put }: ListPatch<Picture>): boolean =>
  put.reduce((sum, { items }) => sum + items.reduce((all, { file }) => all + file.size, 0), 0) > MOST_BYTES

/** A step as it is written: without what can be made again. */
const toKept = ({ label, change: { pictures, marks, ...rest } }: WorkStep): WorkStep => ({
  label,
  change: {
    ...rest,
    ...(marks && { marks: mapPut(marks, ofItsOwn) }),
    ...(pictures && {
      pictures: isTooLarge(pictures) ? { ...pictures, put: [] } : mapPut(pictures, withoutEncoding),
    }),
  },
})

/** The steps in the order in which they were done, those that are undone behind the others. */
const lineOf = ({ past, future }: WorkHistory): readonly WorkStep[] => [...past, ...future.toReversed()]

/** Creates what keeps it. Where it cannot be written it lasts as long as the page. */
export const createHistoryKeeper = (
  { store }: Pick<ActionDeps, 'store'>,
  kept: HistoryStore<WorkStep>,
): HistoryKeeper => {
  let setId: string | null = null
  let told: readonly WorkStep[] = []
  let toldDone = 0
  let timer: ReturnType<typeof setTimeout> | null = null
  let writing: Promise<void> = Promise.resolve()

  const write = async () => {
    timer = null
    const { history } = store.getState()
    const line = lineOf(history)
    const put = line.flatMap((step, place) => (step === told[place] ? [] : [[place, toKept(step)] as const]))
    if (
      setId === null ||
      (put.length === 0 && line.length === told.length && history.past.length === toldDone)
    )
      return
    const id = setId
    told = line
    toldDone = history.past.length
    await kept.write(id, { put, length: line.length, done: toldDone })
  }

  const writeSoon = () => {
    if (setId === null) return
    timer ??= setTimeout(() => {
      // One after another; what could not be written is written whole the next time.
      writing = writing.then(write).catch(() => {
        told = []
      })
    }, WRITE_AFTER_MS)
  }

  store.subscribe(({ history }, before) => {
    if (history !== before.history) writeSoon()
  })

  return {
    attach: async (id) => {
      const earlier = await kept.read(id).catch(() => null)
      told = earlier?.steps ?? []
      toldDone = earlier?.done ?? 0
      setId = id
      if (earlier) {
        const [past, undone] = [told.slice(0, toldDone), told.slice(toldDone).toReversed()]
        store.setState(({ history }) => ({
          history: {
            past: [...past, ...history.past],
            future: history.past.length + history.future.length > 0 ? history.future : undone,
          },
        }))
      }
      writeSoon()
    },
    detach: async () => {
      if (timer !== null) {
        clearTimeout(timer)
        writing = writing.then(write).catch(() => undefined)
      }
      timer = null
      await writing
      setId = null
      told = []
      toldDone = 0
    },
    forget: async (setIds) => {
      if (setIds === 'all' || (setId !== null && setIds.includes(setId))) told = []
      await kept.forget(setIds).catch(() => undefined)
    },
  }
}
