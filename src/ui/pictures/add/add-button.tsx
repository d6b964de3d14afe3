import { ChevronDown, Plus } from 'lucide-react'
import { Button } from '../../primitives/button'
import { MenuButton } from '../../primitives/menu/menu-button'
import { useAddWays } from './add-ways-menu'
import { useIntake } from './use-intake'
import { useWords } from '../../context/ui-context'

/** Adds files at one press; the other ways stand in the menu beside it. */
export const AddButton = () => {
  const { t } = useWords()
  const { chooseFiles } = useIntake()
  return (
    <div className="flex ps-1">
      <Button
        variant="primary"
        size="small"
        data-adds-pictures
        className="rounded-e-none"
        aria-label={t('pictures.addPictures')}
        onClick={() => void chooseFiles()}
      >
        <Plus size={16} strokeWidth={2} aria-hidden />
        <span>{t('pictures.add')}</span>
      </Button>
      <MenuButton label={t('pictures.addOther')} useItems={useAddWays}>
        <Button
          variant="primary"
          size="small"
          aria-label={t('pictures.addOther')}
          className="ms-px rounded-s-none px-1 touch:px-2"
        >
          <ChevronDown size={16} strokeWidth={2} aria-hidden />
        </Button>
      </MenuButton>
    </div>
  )
}
