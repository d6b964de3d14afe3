import { Download } from 'lucide-react'
import { IconButton } from '../primitives/icon-button'
import { MenuButton } from '../primitives/menu-button'
import { exportFormats, useSaveResults } from './use-save-results'
import { words } from './words'

/** Saves the results of every ranked picture, in a format to choose. */
export const ExportMenu = () => {
  const save = useSaveResults()
  const useItems = () =>
    exportFormats.map(({ format, label }) => ({
      key: format,
      label,
      note: `.${format}`,
      chosen: null,
      onSelect: () => void save(format),
    }))
  return (
    <MenuButton label={words.exportAll} useItems={useItems}>
      <IconButton icon={Download} label={words.exportAll} />
    </MenuButton>
  )
}
