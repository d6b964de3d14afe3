import {
  exportFile,
  type ExportKind,
  type ExportRequest,
  type ExportScope,
} from '../../core/exports/export-request'
import { labelTable } from '../../core/exports/label-table'
import type { ExportShape } from '../../core/exports/shapes/export-shape'
import { exportShapes, type ShapeKind } from '../../core/exports/shapes/export-shapes'
import { createLate, toPartError } from '../../core/async/late'
import { cancelled, done, failed, type Outcome } from '../../core/errors/outcome'
import { pickSaveFile } from '../../platform/save-file'
import { toStorageError } from '../../protocol/storage-error'
import type { PackedFile } from '../../protocol/store-api'
import { exporting } from '../../words/en/pictures/exporting'
import type { ActionDeps } from '../app-deps'
import type { ExportActions, ExportTarget } from './export-actions'
import type { AppState, Picture } from '../app-state'
import type { Notices } from '../messages/notices'
import { showStoppable } from '../messages/show-stoppable'
import { currentModel } from '../model/current-model'
import { exportResults } from '../tasks/late-tasks'
import type { WorkKeeper } from '../history/work-history'
import { createMoves } from './moves/create-moves'
import { labelledPictures } from './labelled-pictures'
import { pictureVectors } from './picture-vectors'
import { projectFiles } from './project-files'
import { projectName } from './project-name'
import { shapeFiles } from './shape-files'
import { writeSlices } from './write-slices'

/** From so many pictures on it is told how far it is. */
const MANY = 500

/** A file of so many is written where the person says, as it is made, where the browser can. */
const MANY_FOR_MEMORY = 1000

/** What notices tell of. */
const ABOUT_JOB = 'the Python job'
const ABOUT_RESULTS = 'a file of results'

/** Without the mark a spreadsheet reads a table in its own old encoding. */
function* markedAsUtf8(pieces: Iterable<string>): Generator<string> {
  yield '\ufeff'
  yield* pieces
}

function* firstOf<First>(pairs: Iterable<readonly [First, unknown]>): Generator<First> {
  for (const [first] of pairs) yield first
}

/** Creates them. Loaded when results are first wanted as a file. */
export const createExports = (
  deps: Pick<ActionDeps, 'store' | 'selectors' | 'engine' | 'now' | 'wordsWith' | 'openDesk' | 'newId'> & {
    readonly notices: Notices
    readonly work: Pick<WorkKeeper, 'change'>
  },
): ExportActions => {
  const { store, selectors, engine, now, notices } = deps
  const job = createLate(() => import('./python-job'))

  /** What the file is called, and its type. Several projects lie side by side on a disk, and are told apart by their names. */
  const fileOf = async (
    kind: ExportKind,
    pictures: readonly Picture[],
  ): Promise<ReturnType<typeof exportFile>> =>
    kind === 'project'
      ? { ...exportFile(kind), name: projectName(pictures, (await deps.openDesk()).book) }
      : exportFile(kind)

  const picturesOf = (state: AppState, scope: ExportScope): readonly Picture[] => {
    switch (scope) {
      case 'all':
        return state.pictures
      case 'shown':
        return selectors.shownPictures(state)
      case 'marked':
        return selectors.shownPictures(state).filter(({ id }) => state.selection.ids.has(id))
    }
  }

  /** The pieces, some in a blob each. */
  const inMemory = async (
    pieces: Parameters<typeof writeSlices>[0],
    signal: AbortSignal,
  ): Promise<Outcome<Blob[]>> => {
    const slices: Blob[] = []
    const keep = (slice: Blob) => {
      slices.push(slice)
      return Promise.resolve()
    }
    const outcome = await writeSlices(pieces, keep, signal, now)
    return outcome.kind === 'done' ? done(slices) : outcome
  }

  const text = async (
    pieces: Iterable<string>,
    { name, type }: ReturnType<typeof exportFile>,
    { picked, download }: ExportTarget,
    signal: AbortSignal,
  ): Promise<Outcome<null>> => {
    if (picked === null) {
      const made = await inMemory(pieces, signal)
      if (made.kind !== 'done') return made
      download(new Blob(made.value, { type }), name)
      return done(null)
    }
    const writable = await picked.createWritable()
    const outcome = await writeSlices(pieces, (slice) => writable.write(slice), signal, now)
    // What was there before stays where it is given up.
    await (outcome.kind === 'done' ? writable.close() : writable.abort())
    return outcome
  }

  /** The arrays, one after another, as files of one archive, which is what NumPy's own `.npz` is. */
  const vectorFiles = async (
    state: AppState,
    pictures: readonly Picture[],
    signal: AbortSignal,
  ): Promise<Outcome<readonly PackedFile[]>> => {
    const { names, values } = pictureVectors(pictures, currentModel(state.model)?.key ?? '')
    const made = await inMemory(values(), signal)
    if (made.kind !== 'done') return made
    return done([
      { path: 'vectors.npy', file: new Blob(made.value) },
      { path: 'names.npy', file: new Blob([...names]) },
    ])
  }

  const archive = async (
    next: () => Promise<readonly PackedFile[]>,
    { name, type }: ReturnType<typeof exportFile>,
    { picked, download }: ExportTarget,
    signal: AbortSignal,
  ): Promise<Outcome<null>> => {
    const packed = await engine.models.pack(next, picked, signal)
    if (packed.kind !== 'done') return packed
    const { pack, unread } = packed.value
    if (pack) download(pack.slice(0, pack.size, type), name)
    const { length: count } = unread
    if (count > 0)
      notices.show({
        tone: 'info',
        stays: true,
        text: () => deps.wordsWith(exporting).t('exporting.unread', { count }),
        action: null,
      })
    return done(null)
  }

  /** The pictures, or what is written beside them, as a layout has them; then tells what it has left as it was. */
  const layout = async (
    kind: ShapeKind,
    counted: Iterable<Picture>,
    { whose = 'decided-first', sidecars = 'name.ext.xmp' }: ExportRequest,
    target: ExportTarget,
    signal: AbortSignal,
  ): Promise<Outcome<null>> => {
    const state = store.getState()
    const shape: ExportShape = exportShapes[kind]({ sidecars, existingSidecars: state.sidecars })
    const labelled = labelledPictures(state, selectors, counted, kind === 'xmp' ? 'decided-only' : whose)
    const outcome = await archive(shapeFiles(shape, labelled), exportFile(kind), target, signal)
    const count = shape.left?.length ?? 0
    if (outcome.kind === 'done' && count > 0)
      notices.show({
        tone: 'info',
        stays: true,
        text: () => deps.wordsWith(exporting).t('exporting.left', { count }),
        action: null,
      })
    return outcome
  }

  const write = async (
    request: ExportRequest & { readonly kind: Exclude<ExportKind, 'job'> },
    pictures: readonly Picture[],
    counted: Iterable<Picture>,
    target: ExportTarget,
    signal: AbortSignal,
  ): Promise<Outcome<null>> => {
    const state = store.getState()
    const { kind } = request
    const file = await fileOf(kind, pictures)
    switch (kind) {
      case 'labels': {
        const labelled = labelledPictures(state, selectors, counted, request.whose ?? 'decided-first')
        return text(markedAsUtf8(labelTable(firstOf(labelled))), file, target, signal)
      }
      case 'csv':
      case 'json':
      case 'jsonl': {
        const pieces = exportResults({ store, selectors }, counted, pictures, kind)
        return text(kind === 'csv' ? markedAsUtf8(pieces) : pieces, file, target, signal)
      }
      case 'zip':
      case 'imagefolder':
      case 'fiftyone':
      case 'coco':
      case 'xmp':
        return layout(kind, counted, request, target, signal)
      case 'project': {
        const files = await projectFiles(state, counted, request.previews ?? true, signal)
        if (files.kind !== 'done') return files
        const left = [files.value]
        return archive(() => Promise.resolve(left.pop() ?? []), file, target, signal)
      }
      case 'npz': {
        const files = await vectorFiles(state, pictures, signal)
        if (files.kind !== 'done') return files
        const left = [files.value]
        return archive(() => Promise.resolve(left.pop() ?? []), file, target, signal)
      }
    }
  }

  const saveJob = async (download: ExportTarget['download']): Promise<void> => {
    const { t } = deps.wordsWith(exporting)
    try {
      const { pythonJob } = await job.load()
      const program = await pythonJob(store.getState(), selectors, engine)
      const { name, type } = exportFile('job')
      if (program !== null) download(new Blob([program], { type }), name)
      notices.show({
        tone: program === null ? 'problem' : 'info',
        about: ABOUT_JOB,
        text: () => t(program === null ? 'exporting.noJob' : 'exporting.jobSaved'),
        action: null,
      })
    } catch (error) {
      notices.showProblem(toPartError(error), () => void saveJob(download), ABOUT_JOB)
    }
  }

  const save: ExportActions['save'] = async (request, download) => {
    const { kind, scope } = request
    if (kind === 'job') return saveJob(download)
    const pictures = picturesOf(store.getState(), scope)
    const picked =
      pictures.length < MANY_FOR_MEMORY ? 'cannot' : await pickSaveFile((await fileOf(kind, pictures)).name)
    if (picked === 'cancelled') return
    const target = { picked: picked === 'cannot' ? null : picked, download }
    const stopping = new AbortController()
    const stop = () => {
      stopping.abort()
    }
    const total = pictures.length
    const telling = (count: number) => () => {
      const { t, format } = deps.wordsWith(exporting)
      return t('exporting.progress', { done: format.count(count), total: format.count(total) })
    }
    const notice = total < MANY ? null : showStoppable(notices, telling(0), stop)
    function* counted() {
      let count = 0
      for (const picture of pictures) {
        yield picture
        count += 1
        if (notice !== null && count % 100 === 0) notices.reword(notice, telling(count))
      }
    }
    const outcome = await write({ ...request, kind }, pictures, counted(), target, stopping.signal).catch(
      (error: unknown) =>
        stopping.signal.aborted ? cancelled : failed(toStorageError(error, 'writing a file')),
    )
    if (notice !== null) notices.dismiss(notice)
    if (outcome.kind === 'failed')
      notices.showProblem(outcome.error, () => void save(request, download), ABOUT_RESULTS)
    else if (outcome.kind === 'done') notices.settled(ABOUT_RESULTS)
  }

  return { save, moves: createMoves({ ...deps, picturesOf }) }
}
