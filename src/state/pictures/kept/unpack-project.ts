import { cancelled, done, failed, type Outcome } from '../../../core/errors/outcome'
import type { InputProblem } from '../../../core/errors/taglens-error'
import { partLimit } from '../../../core/exports/project/project-file'
import type { ArchiveEntry } from '../../../platform/pictures/read-archive'
import type { ProjectFile } from '../../../protocol/project-api'
import type { ActionDeps } from '../../app-deps'

/** Numbers do not shrink, texts to a fifth. What grows by more is a trap. */
const MOST_GROWTH = 10

/** Growth is no matter below. */
const SMALL = 16 * 2 ** 20

/** Whether an archive says by its names that it is a project, and not the file of a classifier. */
export const isProject = (entries: readonly Pick<ArchiveEntry, 'path'>[]): boolean =>
  entries.some(({ path }) => path === 'project.json')

/** Whether it says so of a classifier: its head is a part of its own. */
export const isClassifier = (entries: readonly Pick<ArchiveEntry, 'path'>[]): boolean =>
  ['manifest.json', 'labels.json', 'head.f32'].every((part) => entries.some(({ path }) => path === part))

const refuse = (kind: Extract<InputProblem, { path: string }>['kind'], path: string) =>
  failed({ code: 'VALIDATION_ERROR', problem: { kind, path } })

/**
 * Unpacks the parts of a project, each only as long as it says and may be. What a part says is not looked at yet. Fails with
 * `VALIDATION_ERROR` and the name of what leads out, is locked, is there twice, grows beyond measure or is damaged.
 */
export const unpackProject = async (
  openArchive: ActionDeps['openArchive'],
  archive: File,
  signal: AbortSignal,
): Promise<Outcome<ProjectFile>> => {
  const listed = await openArchive(archive)
  if (listed.kind !== 'done') return listed
  const entries: ArchiveEntry[] = []
  const names = new Set<string>()
  let size = 0
  for (const entry of listed.value) {
    const { path } = entry
    if (entry.leadsOut) return refuse('path-hostile', path)
    const most = partLimit(path)
    // Other programs leave things of their own in archives that they pack again.
    if (most === null) continue
    if (entry.encrypted) return refuse('pack-encrypted', path)
    if (names.has(path)) return refuse('pack-twice', path)
    names.add(path)
    size += entry.size
    if (size > Math.max(SMALL, archive.size * MOST_GROWTH)) return refuse('pack-grows', path)
    if (entry.size > most) return refuse('project-too-large', path)
    entries.push(entry)
  }
  const parts = new Map<string, Blob>()
  for (const { path, read } of entries) {
    const part = await read(signal).catch(() => null)
    if (signal.aborted) return cancelled
    if (part === null) return refuse('project-damaged', archive.name)
    parts.set(path, part)
  }
  return done({ name: archive.name, parts })
}
