import type { LucideIcon } from 'lucide-react'
import type { ComponentProps } from 'react'
import type { TaglensErrorCode } from '../../../core/errors/taglens-error'
import { classNames } from '../../primitives/class-names'
import type { Elements } from '../../primitives/elements'

interface NoticeItemProps extends Omit<ComponentProps<'li'>, 'className'> {
  readonly icon: LucideIcon
  readonly tone?: 'info' | 'problem'
  readonly text: string
  /** Of an error. */
  readonly code?: TaglensErrorCode | undefined
  /** Whether it goes by itself. */
  readonly passes?: boolean
  /** Its buttons. */
  readonly children: Elements
}

/** One line of the notices: what it says, and what can be done about it. */
export const NoticeItem = ({
  icon: Icon,
  tone = 'info',
  text,
  code,
  passes = false,
  children,
  ...item
}: NoticeItemProps) => (
  <li
    {...item}
    data-stays={!passes || undefined}
    // Where there is little room, several buttons stand below the text: beside them it would be a letter wide.
    className="pointer-events-auto flex min-h-11 max-w-full items-center justify-end gap-x-2.5 gap-y-1 rounded-card bg-raised py-1.5 pe-1.5 ps-3.5 shadow-float @max-lg:has-[>span>:nth-child(2)]:flex-wrap"
  >
    <div className="flex min-w-0 grow items-center gap-2.5">
      <Icon
        size={16}
        strokeWidth={1.75}
        aria-hidden
        className={classNames('shrink-0', tone === 'problem' ? 'text-danger' : 'text-muted')}
      />
      <div className="min-w-0 pe-2 break-words">
        <p>{text}</p>
        {code ? <p className="text-12 text-muted">{code}</p> : null}
      </div>
    </div>
    <span className="flex shrink-0 items-center gap-1.5 @max-lg:shrink">{children}</span>
  </li>
)
