import { Languages } from 'lucide-react'
import { IconButton } from '../../primitives/icon-button'
import { MenuButton } from '../../primitives/menu/menu-button'
import { useWords } from '../../ui-context'
import { useLanguageItems, useLookItems } from './look-menu-items'

/** The languages of the page; on little room the themes stand in the same menu. */
export const LanguageMenu = ({ withThemes }: { readonly withThemes: boolean }) => {
  const { t } = useWords()
  const label = t(withThemes ? 'shell.look' : 'shell.language')
  return (
    // Another hook gives the lines when the room changes.
    <MenuButton
      key={withThemes ? 'look' : 'language'}
      label={label}
      useItems={withThemes ? useLookItems : useLanguageItems}
    >
      <IconButton icon={Languages} label={label} />
    </MenuButton>
  )
}
