import type { Milliseconds, UnitVector } from '../../core/brands'
import { MOSAIC_LENGTH } from '../../core/desk/duplicates/mosaic'
import { cancelled, done, failed, type Outcome } from '../../core/errors/outcome'
import type { EncodedByModel } from '../../core/model/picture-encoding'
import type { Project, ProjectModel } from '../../core/exports/project/project-file'
import { readProject, type ProjectParts } from '../../core/exports/project/read-project'
import type { ClassLogits } from '../../core/tasks/fixed-labels/class-logits'
import type { ImportedProject, ProjectFile } from '../../protocol/project-api'
import { RELAXED, type DeskDatabase, type FileRecord, type PictureRecord } from './database'
import { loadEncodings, SEGMENT } from './encodings'

/** Pictures that are written at a time, within the one transaction. */
const AT_ONCE = 500

const toParts = ({ parts }: ProjectFile): ProjectParts => ({
  text: async (name) => (await parts.get(name)?.text()) ?? '',
  bytes: async (name) => new Uint8Array((await parts.get(name)?.arrayBuffer()) ?? new ArrayBuffer(0)),
  size: (name) => parts.get(name)?.size ?? 0,
})

/** Hands out a part piece by piece. */
const cutter = <Whole extends { slice(from: number, to: number): Whole }>(whole: Whole) => {
  let at = 0
  return (length: number): Whole => {
    at += length
    return whole.slice(at - length, at)
  }
}

const valuesAt = ({ width, values }: ProjectModel, row: number) =>
  values.slice(row * width, (row + 1) * width)

/** What a model has made of the pictures, as the desk knows it. */
const encodedRows = (model: ProjectModel) =>
  model.rows.flatMap(
    ({ sha256, seen }, row): { readonly sha256: string; readonly encoded: EncodedByModel }[] => {
      if (seen === null) return []
      const [left, top, width, height] = seen.frame
      const known = {
        modelKey: model.key,
        frame: { left, top, width, height },
        reducedBy: seen.reducedBy,
        time: seen.time as Milliseconds,
      }
      const values = valuesAt(model, row)
      // Looked at when they were read: finite, vectors of length 1.
      const encoded: EncodedByModel =
        model.kind === 'embedding'
          ? { ...known, kind: 'embedding', embedding: values as Float32Array as UnitVector }
          : { ...known, kind: 'classes', logits: values as Float32Array as ClassLogits }
      return [{ sha256, encoded }]
    },
  )

const toRecords = async (project: Project, { parts }: ProjectFile): Promise<readonly PictureRecord[]> => {
  const buffer = async (name: string) => (await parts.get(name)?.arrayBuffer()) ?? new ArrayBuffer(0)
  const nextPreview = cutter(await buffer('previews.bin'))
  const nextMosaic = cutter(await buffer('mosaics.bin'))
  return project.pictures.flatMap(({ facts }) => {
    if (facts === null) return []
    const { preview, mosaic, ...known } = facts
    const thumbnail = nextPreview(preview)
    return [{ ...known, thumbnail, ...(mosaic && { mosaic: new Uint8Array(nextMosaic(MOSAIC_LENGTH)) }) }]
  })
}

const toFiles = (set: string, { pictures }: Project): readonly FileRecord[] =>
  pictures.map(({ name, type, size, modified, facts }, i) => ({
    // Nine digits: the database sorts ids as texts.
    ...{ set, id: `${set}-${String(i).padStart(9, '0')}`, name, type, size },
    ...{ sha256: facts?.sha256 ?? null, bytes: 'elsewhere' as const },
    ...(modified !== null && { modified }),
  }))

/** What the page makes tags and marks of. */
const toImported = (project: Project, { parts }: ProjectFile): ImportedProject => {
  const { tags, scoring, learns, marks, differing, pictures, models } = project
  const nextPicture = cutter(parts.get('tags.bin') ?? new Blob())
  const places = models.map(({ rows }) => new Map(rows.map(({ sha256 }, row) => [sha256, row])))
  return {
    ...{ scoring, learns, differing, pictures: pictures.length, models: models.map(({ key }) => key) },
    tags: tags.map(({ picture, ...tag }) => ({
      ...tag,
      picture: picture && nextPicture(picture.size).slice(0, picture.size, picture.type),
    })),
    marks: marks.map(({ model, ...mark }) => {
      const [from, row] =
        model === null ? [undefined, undefined] : [models[model], places[model]?.get(mark.sha256)]
      const encoded =
        from && row !== undefined
          ? { modelKey: from.key, embedding: valuesAt(from, row) as Float32Array as UnitVector }
          : null
      return { ...mark, encoded }
    }),
  }
}

/** See `ProjectApi.importProject`. */
export const importProject = async (
  db: DeskDatabase,
  set: string,
  file: ProjectFile,
  onProgress: (done: number, total: number) => void,
  signal: AbortSignal,
): Promise<Outcome<ImportedProject>> => {
  const read = await readProject(toParts(file))
  if ('problem' in read) {
    const kind = read.problem === 'none' ? 'project-damaged' : (`project-${read.problem}` as const)
    return failed({ code: 'VALIDATION_ERROR', problem: { kind, path: file.name } })
  }
  const { project } = read
  // A function, since the compiler takes a value that was read once as settled.
  const isGivenUp = () => signal.aborted
  // Before the transaction, which ends where anything else is waited for.
  const pictures = await toRecords(project, file)
  const files = toFiles(set, project)
  const segments = []
  for (const model of project.models) {
    const [known, rows] = [await loadEncodings(db, model.key), encodedRows(model)]
    for (let at = 0; at < rows.length; at += SEGMENT) {
      const segment = known.add(rows.slice(at, at + SEGMENT))
      if (segment) segments.push(segment)
    }
  }
  if (isGivenUp()) return cancelled
  const tx = db.transaction(['sets', 'files', 'pictures', 'vectors'], 'readwrite', RELAXED)
  const store = tx.objectStore('pictures')
  const order = files.map(({ id }) => id)
  try {
    await tx.objectStore('sets').put({ id: set, order, changedAt: Date.now() })
    for (let at = 0; at < files.length; at += AT_ONCE) {
      await Promise.all(files.slice(at, at + AT_ONCE).map((one) => tx.objectStore('files').put(one)))
      const some = pictures.slice(at, at + AT_ONCE)
      const known = await Promise.all(some.map(({ sha256 }) => store.get(sha256)))
      // What is known here counts more; a preview that is not is as good as any.
      const news = some.filter(({ thumbnail }, i) => {
        const before = known[i]
        return !before || (before.thumbnail.byteLength === 0 && thumbnail.byteLength > 0)
      })
      await Promise.all(news.map((one) => store.put(one)))
      onProgress(Math.min(files.length, at + AT_ONCE), files.length)
      if (isGivenUp()) throw new DOMException('given up', 'AbortError')
    }
    for (const segment of segments) await tx.objectStore('vectors').add(segment)
    await tx.done
    return done(toImported(project, file))
  } catch (error) {
    // It rejects too once it is given up.
    tx.done.catch(() => undefined)
    try {
      tx.abort()
    } catch {
      // The database has given it up by itself.
    }
    if (isGivenUp()) return cancelled
    throw error
  }
}
