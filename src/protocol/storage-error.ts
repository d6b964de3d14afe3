import type { TaglensError } from '../core/errors/taglens-error'

/** Whether what was thrown says that there is no room left. */
export const isDiskFull = (thrown: unknown): boolean =>
  thrown instanceof DOMException && thrown.name === 'QuotaExceededError'

/** What an exception of something that writes means. @param doing what it was at, for a report. */
export const toStorageError = (thrown: unknown, doing: string): TaglensError =>
  isDiskFull(thrown)
    ? { code: 'STORAGE_FULL' }
    : { code: 'UNEXPECTED', detail: `${doing}: ${String(thrown)}` }
