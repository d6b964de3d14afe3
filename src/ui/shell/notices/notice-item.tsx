import type { LucideIcon } from 'lucide-react'
import type { ComponentProps } from 'react'
import { classNames } from '../../primitives/class-names'
import type { Elements } from '../../primitives/elements'

interface NoticeItemProps extends Omit<ComponentProps<'li'>, 'className'> {
  readonly icon: LucideIcon
  readonly tone?: 'info' | 'problem'
  readonly text: string
  /** Its buttons. */
  readonly children: Elements
}

/** One line of the notices: what it says, and what can be done about it. */
export const NoticeItem = ({ icon: Icon, tone = 'info', text, children, ...item }: NoticeItemProps) => (
  <li
    {...item}
    className="pointer-events-auto flex min-h-11 max-w-full items-center gap-2.5 rounded-card bg-raised py-1.5 pe-1.5 ps-3.5 shadow-float"
  >
    <Icon
      size={16}
      strokeWidth={1.75}
      aria-hidden
      className={classNames('shrink-0', tone === 'problem' ? 'text-danger' : 'text-muted')}
    />
    <span className="min-w-0 pe-2 break-words">{text}</span>
    {children}
  </li>
)
