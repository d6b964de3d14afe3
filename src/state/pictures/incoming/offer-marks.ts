import { folderClasses } from '../../../core/tasks/own/said-by/folder-classes'
import { readLabelTable } from '../../../core/tasks/own/said-by/label-table'
import { incoming } from '../../../words/en/pictures/incoming'
import { toPartError } from '../../../core/async/late'
import type { IncomingFile } from './incoming-file'
import type { TakeInDeps } from './take-in-deps'

/** A table that a person has made of what pictures are is smaller; in bytes. */
const LARGEST_TABLE = 8_000_000

/** Folders that are named; the others are counted. */
const NAMED = 4

type LabelsById = ReadonlyMap<string, readonly string[]>

/** Asks, and marks where the person agrees. The question goes with its pictures, as by undo. */
const ask = (
  { store, notices, wordsWith, actions }: TakeInDeps,
  text: () => string,
  labelsById: LabelsById,
): void => {
  const mark = () => {
    actions.marking.load().then(
      ({ markAs }) => markAs(labelsById),
      (error: unknown) => {
        notices.showProblem(toPartError(error), mark)
      },
    )
  }
  const notice = notices.show(
    {
      ...{ tone: 'info', stays: true, text },
      action: { label: () => wordsWith(incoming).t('incoming.markThem'), run: mark },
      otherwise: () => wordsWith(incoming).t('incoming.dontMark'),
    },
    () => {
      stopWatching()
    },
  )
  const stopWatching = store.subscribe(({ pictures }, before) => {
    // A list that grows or is encoded has them all; of ten thousand it is not looked at for that.
    if (pictures.length < before.pictures.length && !pictures.some(({ id }) => labelsById.has(id)))
      notices.dismiss(notice)
  })
}

/** Asks whether the folders that pictures came in are what they show. @param come ids of these pictures. */
export const offerFolders = (deps: TakeInDeps, come: ReadonlySet<string>): void => {
  const pictures = deps.store.getState().pictures.filter(({ id }) => come.has(id))
  const classes = folderClasses(pictures.map(({ name }) => name))
  if (classes === null) return
  const names = [...new Set(classes)]
  const labels = new Map(pictures.map(({ id }, i) => [id, [classes[i] ?? '']]))
  ask(
    deps,
    () => {
      const { t, format } = deps.wordsWith(incoming)
      const shown = [...names.slice(0, NAMED), ...(names.length > NAMED ? ['…'] : [])]
      return t('incoming.folders', { count: names.length, names: format.list(shown) })
    },
    labels,
  )
}

/** Tables of pictures among files, by their paths: they are no lists of tags. */
export interface FoundTables {
  /** Those that the person is asked about. */
  readonly asked: ReadonlySet<string>
  /** Those that say of no picture here what it is. */
  readonly ofOthers: ReadonlySet<string>
}

export const NO_TABLES: FoundTables = { asked: new Set(), ofOthers: new Set() }

/** Says of a table that came for itself why nothing comes of it. */
export const tellOfOthers = ({ notices, wordsWith }: TakeInDeps, { name }: File): void => {
  notices.show({
    tone: 'info',
    text: () => wordsWith(incoming).t('incoming.tableOfOthers', { name }),
    action: null,
  })
}

/** Asks whether to mark pictures by tables among the files that came in. */
export const offerTables = async (
  deps: TakeInDeps,
  files: readonly Pick<IncomingFile, 'path' | 'file'>[],
): Promise<FoundTables> => {
  const [asked, ofOthers] = [new Set<string>(), new Set<string>()]
  for (const { path, file } of files) {
    if (!/\.[ct]sv$/i.test(path) || file.size > LARGEST_TABLE) continue
    const { pictures } = deps.store.getState()
    const table = readLabelTable(
      await file.text(),
      pictures.map(({ name }) => name),
    )
    if (table === null) continue
    const { size } = table.labelsByName
    if (size === 0) {
      ofOthers.add(path)
      continue
    }
    asked.add(path)
    const labels = new Map(
      pictures.flatMap(({ id, name }) => {
        const said = table.labelsByName.get(name)
        return said ? [[id, said] as const] : []
      }),
    )
    ask(
      deps,
      () => deps.wordsWith(incoming).t('incoming.table', { count: size, name: file.name, of: table.rows }),
      labels,
    )
  }
  return { asked, ofOthers }
}
