import { sha256 as hashText } from 'hash-wasm'
import type { Bytes } from '../../../core/brands'
import { layOutModel, type LaidOutModel, type LayoutProblem } from '../../../core/model/lay-out-model'
import { parseModelManifest, type ModelManifest } from '../../../core/model/model-manifest'
import { sourceKey, type ModelSource } from '../../../core/model/model-source'
import type { StoredFile, StoredModel } from '../../../core/model/stored-model'
import { cancelled, done, failed, type Outcome } from '../../../core/outcome'
import { visibleText } from '../../../core/tags/visible-text'
import type { BroughtFile } from '../../../protocol/store-api'
import { freeBytes } from '../free-bytes'
import type { ModelRecord } from '../model-record'
import { toStoredModel, type ModelShelf } from '../model-shelf'
import { openProgressReport } from '../progress-report'
import { listEntries, readEntryJson, type BroughtEntry } from './brought-entry'
import { copyEntries, type WantedEntry } from './copy-entries'
import type { PackTools } from './pack-tools'

const problemToError = (problem: LayoutProblem) =>
  problem.kind === 'hostile'
    ? failed({ code: 'VALIDATION_ERROR', problem: { kind: 'path-hostile', path: problem.path } })
    : failed({ code: 'UNSUPPORTED_MODEL', detail: `${problem.path} is missing` })

/** Files without a commit are known by what is in them: the same files are the same revision. */
const contentRevision = async (files: readonly StoredFile[]): Promise<string> => {
  const lines = files.map(({ path, sha256 }) => `${sha256} ${path}`).sort()
  return (await hashText(lines.join('\n'))).slice(0, 40)
}

/** The first of `name`, `name 2`, ... that no other model of the person's own has. */
const uniqueSource = async (name: string, revision: string, shelf: ModelShelf): Promise<ModelSource> => {
  for (let count = 1; ; count++) {
    const source = { kind: 'disk', id: count === 1 ? name : `${name} ${count}` } as const
    const present = await shelf.records.find(sourceKey(source))
    if (!present || present.revision === revision) return source
  }
}

/** Matches the layout with what the manifest says of each file; the manifest may name files of its own. */
const wantEntries = (
  laidOut: LaidOutModel,
  manifest: ModelManifest | null,
  entryByPath: ReadonlyMap<string, BroughtEntry>,
): readonly WantedEntry[] | LayoutProblem => {
  const hashByPath = new Map(manifest?.files.map(({ path, sha256 }) => [path, sha256]))
  const wanted: WantedEntry[] = []
  const root = laidOut.manifest?.replace(/[^/]*$/, '') ?? ''
  for (const path of new Set([...laidOut.broughtPathByPath.keys(), ...hashByPath.keys()])) {
    const entry = entryByPath.get(laidOut.broughtPathByPath.get(path) ?? root + path)
    if (!entry) return { kind: 'missing', path }
    wanted.push({ path, entry, sha256: hashByPath.get(path) ?? null })
  }
  return wanted
}

/** What a model that was brought is written down as, beside what is here of the same commit. */
const toRecord = (
  source: ModelSource,
  revision: string,
  files: readonly StoredFile[],
  present: ModelRecord | null,
): ModelRecord => {
  const same = present?.revision === revision ? present : null
  const brought = new Set(files.map(({ path }) => path))
  const isOther = ({ path }: { readonly path: string }) => !brought.has(path)
  return {
    source,
    revision,
    files: [...(same?.files.filter(isOther) ?? []), ...files],
    missing: same?.missing.filter(isOther) ?? [],
    previous: null,
    addedAt: present?.addedAt ?? Date.now(),
    usedAt: Date.now(),
  }
}

/** Keeps a model from files that somebody brought. Nothing of it is seen before all of it is there. */
export const importFiles = async (
  files: readonly BroughtFile[],
  { shelf, locks, signal, onProgress }: PackTools,
): Promise<Outcome<StoredModel>> => {
  const listed = await listEntries(files, signal)
  if (listed.kind !== 'done') return listed
  const entryByPath = new Map(listed.value.map((entry) => [entry.path, entry]))
  const laidOut = layOutModel([...entryByPath.keys()])
  if ('kind' in laidOut) return problemToError(laidOut)
  const manifestEntry = laidOut.manifest === null ? undefined : entryByPath.get(laidOut.manifest)
  const manifest = manifestEntry ? parseModelManifest(await readEntryJson(manifestEntry, signal)) : null
  const wanted = wantEntries(laidOut, manifest, entryByPath)
  if ('kind' in wanted) return problemToError(wanted)

  const needed = wanted.reduce((sum, { entry }) => sum + entry.size, 0) as Bytes
  if (!shelf) return failed({ code: 'STORAGE_FULL', needed: null })
  if (needed > (await freeBytes())) return failed({ code: 'STORAGE_FULL', needed })
  const sizes = wanted.map(({ path, entry }) => ({ path, size: entry.size as Bytes }))
  const report = openProgressReport(sizes, 'checking', onProgress)
  try {
    const copied = await copyEntries(wanted, shelf, report, signal)
    if (copied.kind !== 'done') return copied
    const copies = copied.value
    return await locks.withRecords(async () => {
      if (signal.aborted) {
        await copies.discard()
        return cancelled
      }
      const revision = manifest?.revision ?? (await contentRevision(copies.files))
      const isOwn = !manifest || manifest.source.kind === 'disk'
      const name = manifest?.source.kind === 'disk' ? manifest.source.id : laidOut.name
      const source = isOwn
        ? await uniqueSource(visibleText(name) || 'model', revision, shelf)
        : manifest.source
      await copies.commit()
      const present = await shelf.records.find(sourceKey(source))
      const record = toRecord(source, revision, copies.files, present)
      await shelf.records.write(record)
      return done(await toStoredModel(record, shelf))
    })
  } finally {
    report.close()
  }
}
