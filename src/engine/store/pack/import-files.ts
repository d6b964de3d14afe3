import { isDiskFull } from '../../../protocol/storage-error'
import { sha256 as hashText } from 'hash-wasm'
import type { Bytes } from '../../../core/brands'
import { totalSize } from '../../../core/model/files/choose-files'
import { completeDtypes, isClassifier } from '../../../core/model/files/model-files'
import { type LaidOutModel, layOutModel, type LayoutProblem } from '../../../core/model/files/lay-out-model'
import { fileModelName, type ModelClaim, readClaim } from '../../../core/model/stored/model-claim'
import type { ModelManifest } from '../../../core/model/files/model-manifest'
import { type ModelSource, sourceKey, sourceName } from '../../../core/model/model-source'
import type { StoredFile, StoredModel } from '../../../core/model/stored/stored-model'
import { cancelled, done, failed, type Outcome } from '../../../core/errors/outcome'
import type { BroughtFile } from '../../../protocol/store-api'
import { freeBytes } from '../free-bytes'
import type { ModelRecord } from '../folders/model-record'
import { type ModelFolders, toStoredModel } from '../folders/model-folders'
import { openProgressReport, type ProgressReport } from '../progress-report'
import { judgeModel } from '../../tasks/judge-model'
import { readTokenizerFiles } from '../../tasks/zero-shot/tokenizer-files'
import { type BroughtEntry, listEntries, readJsonEntry, readManifest, readTextEntry } from './brought-entry'
import { copyEntries, holdEntries, type WantedEntry } from './copy-entries'
import type { PackTools } from './pack-files'

const problemToError = ({ kind, path }: LayoutProblem) => {
  switch (kind) {
    case 'hostile':
      return failed({ code: 'VALIDATION_ERROR', problem: { kind: 'path-hostile', path } })
    case 'missing':
      return failed({ code: 'UNSUPPORTED_MODEL', problem: { kind: 'file-missing', path } })
    case 'several':
      return failed({ code: 'UNSUPPORTED_MODEL', problem: { kind: 'several-models', path } })
  }
}

/**
 * Brought files are known by what is in them and not by the commit that their manifest names: the same files are the
 * same revision, and others never take their place.
 */
const contentRevision = async (files: readonly StoredFile[]): Promise<string> => {
  const lines = files.map(({ path, sha256 }) => `${sha256} ${path}`).sort()
  return (await hashText(lines.join('\n'))).slice(0, 40)
}

/** The first of `name`, `name 2`, ... that no other model of the person's own has. */
const uniqueSource = async (
  name: string,
  revision: string,
  folders: ModelFolders | null,
): Promise<ModelSource> => {
  for (let count = 1; ; count++) {
    const source = { kind: 'disk', id: count === 1 ? name : `${name} ${count}` } as const
    const present = await folders?.records.find(sourceKey(source))
    if (!present || present.revision === revision) return source
  }
}

/** A pack has no folder around its files: what it says that it is gives it a name, of which the end is kept. */
const nameOfClaim = (manifest: ModelManifest | null): string => (manifest ? sourceName(manifest.source) : '')

/** Matches the layout with what the manifest says of each file; the manifest may name files of its own. */
const wantEntries = (
  laidOut: LaidOutModel,
  manifest: ModelManifest | null,
  entryByPath: ReadonlyMap<string, BroughtEntry>,
): readonly WantedEntry[] | LayoutProblem => {
  const root = laidOut.manifest?.replace(/[^/]*$/, '') ?? ''
  const hashByBrought = new Map(manifest?.files.map(({ path, sha256 }) => [root + path, sha256]))
  const broughtPathByPath = new Map(laidOut.broughtPathByPath)
  const laidOutPaths = new Set(broughtPathByPath.values())
  for (const { path } of manifest?.files ?? [])
    if (!laidOutPaths.has(root + path)) broughtPathByPath.set(path, root + path)
  const wanted: WantedEntry[] = []
  for (const [path, brought] of broughtPathByPath) {
    const entry = entryByPath.get(brought)
    if (!entry) return { kind: 'missing', path }
    wanted.push({ path, entry, sha256: hashByBrought.get(brought) ?? null })
  }
  return wanted
}

/** Judges a model as a host's is judged, before its weights are copied. */
const judgeEntries = async (
  wanted: readonly WantedEntry[],
  id: string,
  signal: AbortSignal,
): Promise<Outcome<null>> => {
  const entryByPath = new Map(wanted.map(({ path, entry }) => [path, entry]))
  const reading = async <T>(
    path: string,
    read: (entry: BroughtEntry, signal: AbortSignal) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> => {
    const entry = entryByPath.get(path)
    return entry ? read(entry, signal) : failed({ code: 'MODEL_NOT_FOUND', url: path })
  }
  const json = (path: string) => reading(path, readJsonEntry)
  const config = await json('config.json')
  if (config.kind !== 'done') return config
  const preprocessor = await json('preprocessor_config.json')
  if (preprocessor.kind !== 'done') return preprocessor
  const paths = new Set(entryByPath.keys())
  const text = (path: string) => reading(path, readTextEntry)
  const tokenizer = isClassifier(paths) ? null : await readTokenizerFiles({ json, text }, signal)
  const description = { config: config.value, preprocessor: preprocessor.value, tokenizer, paths }
  return judgeModel(description, { kind: 'disk', id })
}

/** What brought files are called, and which they are. */
const identify = async (
  folder: string,
  manifest: ModelManifest | null,
  files: readonly StoredFile[],
): Promise<{ readonly revision: string; readonly name: string; readonly claim: ModelClaim | null }> => {
  const name = manifest?.source.kind === 'disk' ? manifest.source.id : folder
  return {
    revision: await contentRevision(files),
    name: fileModelName(name || nameOfClaim(manifest)),
    claim: manifest && readClaim(manifest.source, manifest.revision),
  }
}

/** A model of the person's own files that has been taken in. */
export interface ImportedModel {
  readonly model: StoredModel
  /** Its files by path, where there is no room or no storage to keep them. */
  readonly held: ReadonlyMap<string, Blob> | null
}

/** A model among brought files that can run here. */
interface Judged {
  /** Of its folder. */
  readonly name: string
  readonly manifest: ModelManifest | null
  readonly wanted: readonly WantedEntry[]
}

/** Takes a model in without a copy on the disk. What is given back has been read and compared to its end. */
const holdFiles = async (
  { name: folder, manifest, wanted }: Judged,
  folders: ModelFolders | null,
  report: ProgressReport,
  signal: AbortSignal,
): Promise<Outcome<ImportedModel>> => {
  const held = await holdEntries(wanted, report, signal)
  if (held.kind !== 'done') return held
  const { files, blobs } = held.value
  const { revision, name, claim } = await identify(folder, manifest, files)
  const source = await uniqueSource(name, revision, folders)
  const now = Date.now()
  const model: StoredModel = {
    key: sourceKey(source),
    source,
    claim,
    revision,
    files,
    missing: [],
    dtypes: completeDtypes(new Set(blobs.keys())),
    size: totalSize(files) ?? (0 as Bytes),
    checked: null,
    kept: false,
    addedAt: now,
    usedAt: now,
  }
  return done({ model, held: blobs })
}

/**
 * Keeps a model from files that somebody brought, as the person's own: whatever a manifest says that it is, is kept
 * as what it says. Nothing of it is seen before all of it is there. Without room it is held in memory, as a download is.
 */
export const importFiles = async (
  files: readonly BroughtFile[],
  { folders, locks, signal, onProgress }: PackTools,
): Promise<Outcome<ImportedModel>> => {
  const listed = await listEntries(files, signal)
  if (listed.kind !== 'done') return listed
  const entryByPath = new Map(listed.value.map((entry) => [entry.path, entry]))
  const laidOut = layOutModel([...entryByPath.keys()])
  if ('kind' in laidOut) return problemToError(laidOut)
  const manifestEntry = laidOut.manifest === null ? undefined : entryByPath.get(laidOut.manifest)
  const told = manifestEntry ? await readManifest(manifestEntry, signal) : done(null)
  if (told.kind !== 'done') return told
  const manifest = told.value
  const wanted = wantEntries(laidOut, manifest, entryByPath)
  if ('kind' in wanted) return problemToError(wanted)
  const judged = await judgeEntries(wanted, laidOut.name, signal)
  if (judged.kind !== 'done') return judged

  const model = { name: laidOut.name, manifest, wanted }
  const sizes = wanted.map(({ path, entry }) => ({ path, size: entry.size as Bytes }))
  const hasRoom = folders !== null && (totalSize(sizes) ?? 0) <= (await freeBytes())
  const report = openProgressReport(sizes, 'checking', onProgress)
  try {
    if (!folders || !hasRoom) return await holdFiles(model, folders, report, signal)
    const copied = await copyEntries(wanted, folders, report, signal)
    if (copied.kind !== 'done') return copied
    const copies = copied.value
    return await locks.withRecords(async () => {
      if (signal.aborted) {
        await copies.discard()
        return cancelled
      }
      const { revision, name, claim } = await identify(laidOut.name, manifest, copies.files)
      const source = await uniqueSource(name, revision, folders)
      await copies.commit()
      const now = Date.now()
      const record: ModelRecord = {
        source,
        claim,
        revision,
        files: copies.files,
        missing: [],
        previous: null,
        checked: { at: now, version: folders.version },
        addedAt: (await folders.records.find(sourceKey(source)))?.addedAt ?? now,
        usedAt: now,
      }
      await folders.records.write(record)
      return done({ model: await toStoredModel(record, folders), held: null })
    })
  } catch (error) {
    // The disk took less than the browser has promised.
    if (!isDiskFull(error)) throw error
    return await holdFiles(model, folders, report, signal)
  } finally {
    report.close()
  }
}
