import { createLate } from '../../core/async/late'
import type { ExportFormat } from '../../core/views/export'
import { useAttempt } from '../parts/use-attempt'
import { useApp, usePlatform } from '../context/ui-context'

const results = createLate(() => import('../../state/tasks/late-tasks'))

const types: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv',
  json: 'application/json',
  jsonl: 'application/jsonl',
}

/** In the order of the menu. */
export const EXPORT_FORMATS = ['csv', 'json', 'jsonl'] as const satisfies readonly ExportFormat[]

/** Saves the results of every ranked picture as a file for other programs. */
export const useSaveResults = (): ((format: ExportFormat) => Promise<void>) => {
  const app = useApp()
  const platform = usePlatform()
  const attempt = useAttempt()
  const save = async (format: ExportFormat): Promise<void> => {
    const { exportResults } = await results.load()
    const text = exportResults(app, format)
    // Without the mark a spreadsheet reads CSV in its own old encoding.
    const mark = format === 'csv' ? '\ufeff' : ''
    platform.saveFile(new Blob([mark, text], { type: `${types[format]};charset=utf-8` }), `taglens.${format}`)
  }
  return (format) => attempt(() => save(format))
}
