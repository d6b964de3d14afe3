import type { LucideIcon } from 'lucide-react'

/** One line of a menu. */
export interface MenuItem {
  readonly key: string
  /** Stands over this line and those that follow. */
  readonly heading?: string
  readonly label: string
  /** Of the label, where that is another language than the page's. */
  readonly lang?: string
  /** Beside the label: an icon, or the colour of a tag. */
  readonly icon?: LucideIcon
  readonly hue?: number
  /** At the end of the line: a count or a shortcut. */
  readonly note?: string
  /** `null` where the item is a command and not a choice. */
  readonly chosen: boolean | null
  /** Whether it can be chosen beside others: the menu stays open for them. */
  readonly adds?: boolean
  readonly onSelect: () => void
}
