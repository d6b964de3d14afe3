import { cloneElement, lazy, Suspense, useState, type ReactElement } from 'react'
import type { MenuItem } from './menu-items'

const load = () => import('./menu-popup')
const MenuPopup = lazy(async () => ({ default: (await load()).MenuPopup }))

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
  const [wanted, setWanted] = useState(false)
  const closed = cloneElement(children, {
    'aria-haspopup': 'menu',
    'aria-expanded': false,
    onPointerEnter: () => void load(),
    onFocus: () => void load(),
    onClick: () => {
      setWanted(true)
    },
  })
  if (!wanted) return closed
  return (
    <Suspense fallback={closed}>
      <MenuPopup trigger={children} label={label} useItems={useItems} />
    </Suspense>
  )
}
