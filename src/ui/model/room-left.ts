import type { AppState } from '../../state/app-state'

/** Bytes that this site may still keep; `null` where the browser does not say. */
export const roomLeft = (storage: AppState['storage']): number | null => {
  const { quota = null, usage = null } = storage ?? {}
  return quota === null || usage === null ? null : Math.max(0, quota - usage)
}
