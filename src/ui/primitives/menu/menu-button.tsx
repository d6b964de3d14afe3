import { cloneElement, useState, type ComponentType, type ReactElement } from 'react'
import { createLate } from '../../../core/async/late'
import { useAttempt } from '../../parts/use-attempt'
import type { MenuItem } from './menu-items'
import type { MenuPopupProps } from './menu-popup'

const popup = createLate(async () => (await import('./menu-popup')).MenuPopup)

/** Only sooner than the press, which says so if it cannot be had. */
const approach = () => {
  popup.load().catch(() => undefined)
}

interface TriggerProps {
  readonly onClick?: () => void
  readonly onPointerEnter?: () => void
  readonly onFocus?: () => void
  readonly 'aria-haspopup'?: 'menu'
  readonly 'aria-expanded'?: boolean
}

interface MenuButtonProps {
  readonly label: string
  /** A hook that gives the lines; it runs while the menu is open, so a closed one follows no state. */
  readonly useItems: () => readonly MenuItem[]
  /** The button that opens the menu. */
  readonly children: ReactElement<TriggerProps>
}

/** A button with a menu, whose code is fetched when the button is first approached. */
export const MenuButton = ({ label, useItems, children }: MenuButtonProps) => {
  const attempt = useAttempt()
  const [MenuPopup, setMenuPopup] = useState<ComponentType<MenuPopupProps> | null>(null)
  const closed = cloneElement(children, {
    'aria-haspopup': 'menu',
    'aria-expanded': false,
    onPointerEnter: approach,
    onFocus: approach,
    onClick: () => {
      void attempt(async () => {
        const Loaded = await popup.load()
        setMenuPopup(() => Loaded)
      })
    },
  })
  if (!MenuPopup) return closed
  return <MenuPopup trigger={children} label={label} useItems={useItems} />
}
