import { type EngineTask, nameTask, type TaglensError } from '../../core/errors/taglens-error'
import type { DownloadLimits } from '../../core/model/download/retry'
import { sourceKey } from '../../core/model/model-source'
import { cancelled, done, failed, type Outcome } from '../../core/errors/outcome'
import { isDiskFull } from '../../protocol/storage-error'
import type { StoreApi } from '../../protocol/store-api'
import { examineSource } from './examine/examine-source'
import { createReadAhead } from './examine/read-ahead'
import { exportModel } from './pack/export-model'
import { packFiles } from './pack/pack-files'
import { type ImportedModel, importFiles } from './pack/import-files'
import {
  collectOrphans,
  type ModelFolders,
  openModelFolders,
  removeModel,
  settleModel,
  toStoredModel,
} from './folders/model-folders'
import { obtainModel } from './download/obtain-model'
import { keepPacked } from './keep-packed'
import { notStored, openModel, recheckModel } from './open-model'
import { openProgressReport } from './progress-report'
import { createStoreLocks } from './store-locks'

/** What an exception of a disk means. */
const toStoreError = (error: unknown, doing: EngineTask): TaglensError => {
  if (isDiskFull(error)) return { code: 'STORAGE_FULL' }
  // Browsers refuse memory with a `RangeError`.
  if (error instanceof RangeError) return { code: 'OUT_OF_MEMORY', doing }
  return {
    code: 'UNEXPECTED',
    detail: `${nameTask(doing)}: ${error instanceof Error ? error.message : String(error)}`,
  }
}

/** How a store is set up. */
export interface StoreOptions {
  /** Name of its folder among the origin's private files, and of its locks. */
  readonly root: string
  readonly limits: DownloadLimits
  /** Of the engine. */
  readonly version: string
}

/** Builds what the store worker offers. Files are opened at the first call that needs them. */
export const createStoreApi = ({ root, limits, version }: StoreOptions): StoreApi => {
  const locks = createStoreLocks(root)
  const readAhead = createReadAhead()

  /** Runs a call that may throw what disks throw. */
  const guarded = async <T>(
    doing: EngineTask,
    signal: AbortSignal,
    work: (folders: ModelFolders | null) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> => {
    try {
      return await work(await openModelFolders(root, version))
    } catch (error) {
      return signal.aborted ? cancelled : failed(toStoreError(error, doing))
    }
  }
  const never = new AbortController().signal

  /** Models of the person's own that there is no room for, by their keys. They go with this worker. */
  const heldByKey = new Map<string, ImportedModel>()

  return {
    list: () =>
      guarded('listing models', never, async (folders) => {
        const held = [...heldByKey.values()].map(({ model }) => model)
        if (!folders) return done(held)
        return locks.withRecords(async () => {
          await collectOrphans(folders)
          const { records } = await folders.records.all()
          const models = await Promise.all(records.map((record) => toStoredModel(record, folders)))
          return done([...held, ...models].sort((a, b) => b.usedAt - a.usedAt))
        })
      }),
    examine: (source, dtypes, signal) => examineSource(source, dtypes, { limits, readAhead }, signal),
    open: (source) =>
      guarded('opening the model', never, async (folders) => {
        const { model, held: blobs = null } = heldByKey.get(sourceKey(source)) ?? {}
        if (model && blobs) return done({ revision: model.revision, blobs, kept: false, checkDue: false })
        return folders ? locks.withRecords(() => openModel(source, folders, Date.now())) : notStored(source)
      }),
    obtain: async (request, onProgress, callSignal) => {
      const key = sourceKey(request.source)
      const { signal, done: release } = locks.stoppable(key, callSignal)
      const report = openProgressReport(request.files, 'asking', onProgress)
      const waits = () => {
        report.stage('waiting')
      }
      try {
        return await guarded('downloading a model', signal, async (folders) => {
          const tools = { folders, locks, limits, readAhead, report, signal }
          return (await locks.withModel(key, signal, waits, () => obtainModel(request, tools))) ?? cancelled
        })
      } finally {
        report.close()
        release()
      }
    },
    recheck: (source, onProgress, signal) =>
      guarded('checking the model', signal, async (folders) =>
        folders ? recheckModel(source, { folders, locks, signal, onProgress }) : notStored(source),
      ),
    settle: (source, kept) =>
      guarded('opening the model', never, async (folders) => {
        if (folders) await locks.withRecords(() => settleModel(folders, sourceKey(source), kept))
        return done(null)
      }),
    keepPacked: async (source, revision, packed, onProgress, callSignal) => {
      const key = sourceKey(source)
      const { signal, done: release } = locks.stoppable(key, callSignal)
      try {
        return await guarded('keeping files', signal, async (folders) => {
          if (!folders) return done(null)
          const tools = { folders, locks, signal, onProgress }
          const work = () => keepPacked({ source, revision, packed }, tools)
          return (await locks.withModel(key, signal, () => undefined, work)) ?? cancelled
        })
      } finally {
        release()
      }
    },
    remove: (key) =>
      guarded('deleting a model', never, async (folders) => {
        if (heldByKey.delete(key) || !folders) return done(null)
        locks.stopOthers(key)
        await locks.withModel(
          key,
          never,
          () => undefined,
          () => locks.withRecords(() => removeModel(folders, key)),
        )
        return done(null)
      }),
    importFiles: (files, onProgress, signal) =>
      guarded('keeping files', signal, async (folders) => {
        const imported = await importFiles(files, { folders, locks, signal, onProgress })
        if (imported.kind !== 'done') return imported
        const { model, held } = imported.value
        if (held) heldByKey.set(model.key, imported.value)
        return done(model)
      }),
    exportModel: (key, onProgress, signal) =>
      guarded('packing a model', signal, (folders) =>
        exportModel(key, { folders, locks, signal, onProgress }),
      ),
    packFiles: (next, into, signal) => guarded('keeping files', signal, () => packFiles(next, into, signal)),
  }
}
