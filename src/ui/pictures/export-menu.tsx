import { Download } from 'lucide-react'
import { IconButton } from '../primitives/icon-button'
import { MenuButton } from '../primitives/menu/menu-button'
import { useWords } from '../ui-context'
import { EXPORT_FORMATS, useSaveResults } from './use-save-results'

/** Saves the results of every ranked picture, in a format to choose. */
export const ExportMenu = () => {
  const { t } = useWords()
  const save = useSaveResults()
  const useItems = () =>
    EXPORT_FORMATS.map((format) => ({
      key: format,
      label: t(`pictures.exports.${format}`),
      note: `.${format}`,
      chosen: null,
      onSelect: () => void save(format),
    }))
  return (
    <MenuButton label={t('pictures.exportAll')} useItems={useItems}>
      <IconButton icon={Download} label={t('pictures.exportAll')} />
    </MenuButton>
  )
}
