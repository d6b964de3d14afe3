import { PART_MISSING } from '../../core/async/late'
import { addFault, type PageFault } from '../../core/site/page-fault'

/** What went wrong on the page without any code being ready for it, since it was opened. */
export interface PageFaults {
  /** Takes down one that was caught after all, by what draws something in place of the part that failed. */
  note(error: unknown): void
  read(): readonly PageFault[]
  /** Told whenever a part of the page or of a worker has not arrived. */
  onPartMissing(listener: () => void): void
}

/** Watches for exceptions and rejections that are not caught. */
export const watchPageFaults = (page: Window): PageFaults => {
  let faults: readonly PageFault[] = []
  const note = (error: unknown) => {
    faults = addFault(faults, error)
  }
  page.addEventListener('error', ({ error, message }) => {
    note(error ?? message)
  })
  page.addEventListener('unhandledrejection', ({ reason }) => {
    note(reason)
  })
  return {
    note,
    read: () => faults,
    onPartMissing: (listener) => {
      page.addEventListener(PART_MISSING, listener)
    },
  }
}
