import { CaseSensitive } from 'lucide-react'
import { CARD_SIZES } from '../../../core/preferences/card-sizes'
import { list } from '../../../words/en/pictures/list'
import { IconButton } from '../../primitives/icon-button'
import { useActions, useAppState, useWordsWith } from '../../context/ui-context'

/** How large the cards of the grid are, and whether they say their names. */
export const CardControls = () => {
  const { t } = useWordsWith(list)
  const { setCards } = useActions()
  const cardSize = useAppState(({ settings }) => settings.cardSize)
  const namesShown = useAppState(({ settings }) => settings.namesShown)
  return (
    <>
      <input
        type="range"
        min={CARD_SIZES.least}
        max={CARD_SIZES.most}
        step={4}
        value={cardSize}
        aria-label={t('list.cardSize')}
        data-tip={t('list.cardSize')}
        onChange={({ target }) => {
          setCards({ cardSize: target.valueAsNumber })
        }}
        className="mx-1 h-6 w-14 touch:h-11 @lg:w-24"
      />
      <IconButton
        icon={CaseSensitive}
        label={t('list.names')}
        aria-pressed={namesShown}
        onClick={() => {
          setCards({ namesShown: !namesShown })
        }}
      />
    </>
  )
}
