import { GripVertical, Image, ListFilter, Pencil, TriangleAlert, X, type LucideIcon } from 'lucide-react'
import { type KeyboardEvent, type LiHTMLAttributes, type MouseEvent, useMemo } from 'react'
import { readTemplates, tagPrompts } from '../../../core/question/prompts/tag-prompts'
import type { Tag } from '../../../core/tags/tag-list'
import { classNames } from '../../primitives/class-names'
import { CutText } from '../../primitives/cut-text/cut-text'
import { Swatch } from '../../primitives/swatch'
import { ExampleCount } from '../../tasks/own/own-view'
import { useActions, useAppState, useWords } from '../../context/ui-context'
import { TagCount } from '../tag-count'
import { TagEditor } from './tag-editor'
import type { useRowDrag } from './use-row-drag'

/** What a list tells a row. */
export interface TagRowProps {
  readonly tag: Tag
  readonly editing: boolean
  /** Whether what can be done with it is in sight, as after a click. */
  readonly selected: boolean
  /** Whether Tab stops here: one row of the list at a time. */
  readonly tabStop: boolean
  readonly held: boolean
  /** Of the list item: where it stands, and of how many, where not all of them exist. */
  readonly item: Pick<LiHTMLAttributes<HTMLLIElement>, 'style' | 'aria-setsize' | 'aria-posinset'>
  readonly handleProps: ReturnType<ReturnType<typeof useRowDrag>['handleProps']>
  readonly onSelect: () => void
  readonly onEdit: () => void
  readonly onEditEnd: (how: 'kept' | 'left') => void
  readonly onFocus: () => void
  readonly onRemove: () => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
}

interface RowButtonProps {
  readonly icon: LucideIcon
  readonly label: string
  readonly tabIndex: number
  readonly pressed?: boolean
  readonly className?: string
  readonly onClick: () => void
  readonly onKeyDown: TagRowProps['onKeyDown']
}

/** One of the small buttons at the end of a row. */
const RowButton = ({ icon: Icon, label, pressed, className, ...button }: RowButtonProps) => (
  <button
    type="button"
    aria-label={label}
    aria-pressed={pressed}
    data-tip={label}
    className={classNames(
      'flex size-6 shrink-0 items-center justify-center rounded-[6px] text-muted hover:bg-pressed hover:text-text touch:size-9 aria-pressed:bg-accent aria-pressed:text-on-accent',
      className,
    )}
    {...button}
  >
    <Icon size={14} strokeWidth={1.75} aria-hidden />
  </button>
)

/** A tag: its colour, its text, and how many pictures it won, which filters. */
export const TagRow = ({ tag, editing, selected, tabStop, held, item, ...on }: TagRowProps) => {
  const { t } = useWords()
  const filtered = useAppState((state) => state.filter.answers.includes(tag.id))
  const template = useAppState(({ settings }) => settings.template)
  const prompts = useMemo(
    () => (tag.picture === null ? tagPrompts(tag.text, readTemplates(template)) : []),
    [tag.picture, tag.text, template],
  )
  const cut = useAppState(({ promptEmbeddings }) =>
    prompts.some((prompt) => promptEmbeddings.get(prompt)?.cut === true),
  )
  const { filterByTag } = useActions()
  const tabIndex = tabStop ? 0 : -1
  const button = { tabIndex, onKeyDown: on.onKeyDown }
  const onClick = ({ detail }: MouseEvent) => {
    // By a screen reader's command, which cannot press twice with comfort.
    if (detail === 0) on.onEdit()
    else on.onSelect()
  }

  return (
    // `onFocus` only notes which of its controls has it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      {...item}
      data-tag-row={tag.id}
      onFocus={on.onFocus}
      className={classNames(
        'group relative flex h-8 items-center gap-1 rounded-control pe-1 touch:h-12',
        held && 'bg-raised shadow-float',
        selected && 'outline-1 -outline-offset-1 outline-control',
        filtered ? 'bg-accent-soft' : !held && 'hover:bg-hover focus-within:bg-hover',
      )}
    >
      <span
        {...on.handleProps}
        data-tip={t('tags.drag')}
        aria-hidden
        className="flex h-full w-5 shrink-0 cursor-grab touch-none items-center justify-center text-muted opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 active:cursor-grabbing touch:w-8 touch:opacity-100"
      >
        <GripVertical size={14} strokeWidth={1.75} />
      </span>
      <Swatch hue={tag.hue} className="me-1" />
      {editing ? (
        <TagEditor tag={tag} onEnd={on.onEditEnd} />
      ) : (
        <button
          type="button"
          data-tag-text
          tabIndex={tabIndex}
          aria-description={t('tags.rowKeys')}
          onClick={onClick}
          onDoubleClick={on.onEdit}
          onKeyDown={on.onKeyDown}
          className="flex h-full min-w-0 flex-1 items-center rounded-small text-start touch:text-14"
        >
          {tag.picture ? (
            <Image
              size={14}
              strokeWidth={1.75}
              aria-label={t('tags.pictureTag')}
              className="me-1.5 shrink-0 text-muted"
            />
          ) : null}
          <CutText text={tag.text} />
        </button>
      )}
      {cut ? (
        <span data-tip={t('tags.cut')} className="text-danger">
          <TriangleAlert size={14} strokeWidth={1.75} aria-hidden />
          <span className="sr-only">{t('tags.cut')}</span>
        </span>
      ) : null}
      <ExampleCount tagId={tag.id} />
      {editing || !selected ? null : (
        <>
          <RowButton
            {...button}
            icon={Pencil}
            label={t('tags.edit', { tag: tag.text })}
            onClick={on.onEdit}
          />
          <RowButton
            {...button}
            icon={ListFilter}
            label={t('tags.showOnly', { tag: tag.text })}
            pressed={filtered}
            onClick={() => filterByTag(tag.id)}
          />
        </>
      )}
      <RowButton
        {...button}
        icon={X}
        label={t('tags.remove', { tag: tag.text })}
        onClick={on.onRemove}
        className={
          selected ? '' : 'opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 touch:opacity-100'
        }
      />
      {editing ? null : <TagCount tagId={tag.id} tabIndex={tabIndex} onKeyDown={on.onKeyDown} />}
    </li>
  )
}
