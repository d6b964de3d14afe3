import { Camera, ClipboardPaste, FileArchive, FolderOpen, ImagePlus, Link, Play } from 'lucide-react'
import type { MenuItem } from '../../primitives/menu/menu-items'
import { useIntake } from './use-intake'
import { useWords } from '../../context/ui-context'

/** Every way in that this browser has, as lines of a menu. */
export const useAddWays = (): readonly MenuItem[] => {
  const { t } = useWords()
  const { chooseFiles, chooseFolder, chooseArchive, openCamera, openLive, typeAddress, pasteClipboard } =
    useIntake()
  const ways = [
    { key: 'files', label: t('pictures.chooseFiles'), icon: ImagePlus, run: chooseFiles },
    { key: 'folder', label: t('pictures.chooseFolder'), icon: FolderOpen, run: chooseFolder },
    { key: 'archive', label: t('pictures.chooseArchive'), icon: FileArchive, run: chooseArchive },
    { key: 'camera', label: t('pictures.camera'), icon: Camera, run: openCamera },
    { key: 'live', label: t('pictures.live'), icon: Play, run: openLive },
    { key: 'address', label: t('pictures.address'), icon: Link, run: typeAddress },
    { key: 'paste', label: t('pictures.paste'), icon: ClipboardPaste, run: pasteClipboard },
  ]
  return ways.flatMap(({ run, ...way }) =>
    run === null ? [] : [{ ...way, chosen: null, onSelect: () => void run() }],
  )
}
