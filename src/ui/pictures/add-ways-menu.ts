import { Camera, ClipboardPaste, FolderOpen, ImagePlus } from 'lucide-react'
import type { MenuItem } from '../primitives/menu-items'
import { useIntake } from './use-intake'
import { words } from './words'

/** Every way in that this browser has, as lines of a menu. */
export const useAddWays = (): readonly MenuItem[] => {
  const { chooseFiles, chooseFolder, openCamera, pasteClipboard } = useIntake()
  const ways = [
    { key: 'files', label: words.chooseFiles, icon: ImagePlus, run: chooseFiles },
    { key: 'folder', label: words.chooseFolder, icon: FolderOpen, run: chooseFolder },
    { key: 'camera', label: words.camera, icon: Camera, run: openCamera },
    { key: 'paste', label: words.paste, icon: ClipboardPaste, run: pasteClipboard },
  ]
  return ways.flatMap(({ run, ...way }) =>
    run === null ? [] : [{ ...way, chosen: null, onSelect: () => void run() }],
  )
}
