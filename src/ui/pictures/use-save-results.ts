import type { ExportRequest } from '../../core/exports/export-request'
import { useAttempt } from '../parts/use-attempt'
import { useActions, usePlatform } from '../context/ui-context'

/** In the order of the menu. The others are chosen in a dialog. */
export const EXPORT_FORMATS = ['csv', 'json', 'jsonl'] as const

/** Saves results as a file for other programs, or the pictures themselves. */
export const useSaveResults = (): ((request: ExportRequest) => Promise<void>) => {
  const { exporting } = useActions()
  const { saveFile } = usePlatform()
  const attempt = useAttempt()
  return (request) => attempt(async () => (await exporting.load()).save(request, saveFile))
}
