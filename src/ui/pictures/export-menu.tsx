import { Download } from 'lucide-react'
import type { ExportFormat } from '../../core/views/export'
import { IconButton } from '../primitives/icon-button'
import { MenuButton } from '../primitives/menu-button'
import { useApp, usePlatform, useWords } from '../ui-context'

const formats = [
  { format: 'csv', type: 'text/csv' },
  { format: 'json', type: 'application/json' },
  { format: 'jsonl', type: 'application/jsonl' },
] as const satisfies readonly { readonly format: ExportFormat; readonly type: string }[]

/** Saves the results of every ranked picture as a file for other programs. */
export const ExportMenu = () => {
  const { t } = useWords()
  const app = useApp()
  const platform = usePlatform()
  const save = async (format: ExportFormat, type: string) => {
    const { exportResults } = await import('./export-results')
    const text = exportResults(app, format)
    // Without the mark a spreadsheet reads CSV in its own old encoding.
    const mark = format === 'csv' ? '\ufeff' : ''
    platform.saveFile(new Blob([mark, text], { type: `${type};charset=utf-8` }), `taglens.${format}`)
  }
  const useItems = () =>
    formats.map(({ format, type }) => ({
      key: format,
      label: t(`pictures.exports.${format}`),
      note: `.${format}`,
      chosen: null,
      onSelect: () => void save(format, type),
    }))
  return (
    <MenuButton label={t('pictures.exportAll')} useItems={useItems}>
      <IconButton icon={Download} label={t('pictures.exportAll')} />
    </MenuButton>
  )
}
