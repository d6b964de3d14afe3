import { Download } from 'lucide-react'
import { useScreenStore, useWords } from '../context/ui-context'
import { IconButton } from '../primitives/icon-button'
import { MenuButton } from '../primitives/menu/menu-button'
import { EXPORT_FORMATS, useSaveResults } from './use-save-results'

/** Saves the results of every ranked picture, in a format to choose. */
export const ExportMenu = () => {
  const { t } = useWords()
  const save = useSaveResults()
  const screen = useScreenStore()
  const useItems = () => [
    ...EXPORT_FORMATS.map((kind) => ({
      key: kind,
      label: t(`pictures.exports.${kind}`),
      note: `.${kind}`,
      chosen: null,
      onSelect: () => void save({ kind, scope: 'all' }),
    })),
    {
      key: 'more',
      label: t('pictures.exportMore'),
      chosen: null,
      onSelect: () => {
        screen.setState({ dialog: 'export' })
      },
    },
  ]
  return (
    <MenuButton label={t('pictures.exportAll')} useItems={useItems}>
      <IconButton icon={Download} label={t('pictures.exportAll')} />
    </MenuButton>
  )
}
