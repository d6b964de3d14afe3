import type { Bytes } from '../../core/brands'
import { nameTask, type EngineTask } from '../../core/errors/engine-task'
import type { TaglensError } from '../../core/errors/taglens-error'

/** What an exception of a disk means. */
export const toStoreError = (error: unknown, doing: EngineTask): TaglensError => {
  if (error instanceof DOMException && error.name === 'QuotaExceededError')
    return { code: 'STORAGE_FULL', needed: 0 as Bytes }
  // Browsers refuse memory with a `RangeError`.
  if (error instanceof RangeError) return { code: 'OUT_OF_MEMORY', doing }
  return {
    code: 'UNEXPECTED',
    detail: `${nameTask(doing)}: ${error instanceof Error ? error.message : String(error)}`,
  }
}
