import { Check } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { Fragment, type ReactElement } from 'react'
import { useWords } from '../../context/ui-context'
import { CutText } from '../cut-text/cut-text'
import type { MenuItem } from './menu-items'
import { Swatch } from '../swatch'

export interface MenuPopupProps {
  readonly trigger: ReactElement
  readonly label: string
  readonly useItems: () => readonly MenuItem[]
}

const Line = ({ item }: { readonly item: MenuItem }) => {
  const Icon = item.icon
  return (
    <>
      {item.chosen === null ? null : (
        <Check
          size={16}
          aria-hidden
          className={item.chosen ? 'shrink-0 text-accent' : 'invisible shrink-0'}
        />
      )}
      {Icon ? <Icon size={16} strokeWidth={1.75} aria-hidden className="shrink-0 text-muted" /> : null}
      {item.hue === undefined ? null : <Swatch hue={item.hue} />}
      <CutText text={item.label} lang={item.lang} className="flex-1" />
      {item.note ? <span className="ps-4 text-12 text-muted tabular-nums">{item.note}</span> : null}
    </>
  )
}

const lineClass =
  'flex h-8 items-center gap-2 rounded-[6px] px-2 text-13 outline-none select-none data-highlighted:bg-hover data-highlighted:text-text touch:h-11 touch:text-14'

const Heading = ({ text }: { readonly text: string }) => (
  <>
    <DropdownMenu.Separator className="-mx-1 my-1 h-px bg-line" />
    <DropdownMenu.Label className="px-2 pt-1 pb-0.5 text-12 text-muted">{text}</DropdownMenu.Label>
  </>
)

const Lines = ({ useItems }: Pick<MenuPopupProps, 'useItems'>) =>
  useItems().map((item) => (
    <Fragment key={item.key}>
      {item.heading === undefined ? null : <Heading text={item.heading} />}
      {item.chosen === null ? (
        <DropdownMenu.Item onSelect={item.onSelect} className={lineClass}>
          <Line item={item} />
        </DropdownMenu.Item>
      ) : (
        <DropdownMenu.CheckboxItem
          role={item.adds ? 'menuitemcheckbox' : 'menuitemradio'}
          checked={item.chosen}
          onSelect={(event) => {
            if (item.adds) event.preventDefault()
            item.onSelect()
          }}
          className={lineClass}
        >
          <Line item={item} />
        </DropdownMenu.CheckboxItem>
      )}
    </Fragment>
  ))

/** The open menu. Loaded when a menu is first asked for: see `menu-button.tsx`. */
export const MenuPopup = ({ trigger, label, useItems }: MenuPopupProps) => {
  const { direction } = useWords()
  return (
    <DropdownMenu.Root defaultOpen modal={false} dir={direction}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal container={document.querySelector('main')}>
        <DropdownMenu.Content
          align="end"
          sideOffset={4}
          collisionPadding={8}
          aria-label={label}
          className="scroll-y z-30 max-h-[min(26rem,var(--radix-dropdown-menu-content-available-height))] max-w-80 min-w-44 animate-fade rounded-card bg-raised p-1 shadow-float"
        >
          <Lines useItems={useItems} />
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}
