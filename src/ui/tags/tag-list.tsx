import { useAutoAnimate } from '@formkit/auto-animate/react'
import type { KeyboardEvent } from 'react'
import { useState } from 'react'
import type { Tag } from '../../core/tags/tag-list'
import { useActions, useWords } from '../ui-context'
import { TagRow } from './tag-row'
import { useRowDrag } from './use-row-drag'

interface TagListProps {
  readonly tags: readonly Tag[]
  readonly editingId: string | null
  readonly onEdit: (id: string | null) => void
}

const MOVE_MS = 160

/** More rows than this would all be measured at every change; they jump. */
const MOST_MOVING = 100

/** After React has drawn, so that the row is there and in its new place. */
const focusRow = (id: string | undefined, control = '[data-tag-text]') => {
  requestAnimationFrame(() => {
    const row = id === undefined ? null : document.querySelector(`[data-tag-row="${CSS.escape(id)}"]`)
    const target =
      row?.querySelector<HTMLElement>(control) ?? document.querySelector<HTMLElement>('[data-add-tag]')
    target?.focus()
  })
}

/** The rows. One is a Tab stop; arrows go between them, Alt with arrows moves one. */
export const TagList = ({ tags, editingId, onEdit }: TagListProps) => {
  const { t } = useWords()
  const { moveTag, removeTag } = useActions()
  const [list, animate] = useAutoAnimate<HTMLUListElement>({ duration: MOVE_MS })
  const [tabStopId, setTabStopId] = useState<string | null>(null)
  const drag = useRowDrag(tags.length, (from, to) => {
    const tag = tags[from]
    if (tag === undefined) return
    // The rows stand in their new places already.
    animate(false)
    moveTag(tag.id, to)
    setTimeout(animate, MOVE_MS, true)
  })
  const stopId = tags.some(({ id }) => id === tabStopId) ? tabStopId : tags[0]?.id

  const remove = (index: number) => {
    const tag = tags[index]
    if (tag === undefined) return
    removeTag(tag.id)
    focusRow((tags[index + 1] ?? tags[index - 1])?.id)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>, index: number) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const id = tags[index]?.id
    if (id === undefined) return
    if (step !== undefined && event.altKey) {
      moveTag(id, index + step)
      focusRow(id)
    } else if (step !== undefined) {
      const next = tags[index + step]
      if (next !== undefined || step === -1) focusRow(next?.id)
    } else if (event.key === 'Home') focusRow(tags[0]?.id)
    else if (event.key === 'End') focusRow(tags.at(-1)?.id)
    else if (event.key === 'F2') onEdit(id)
    else if (event.key === 'Enter' && event.currentTarget.matches('[data-tag-text]')) onEdit(id)
    else if (event.key === 'Delete' || event.key === 'Backspace') remove(index)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <ul ref={tags.length <= MOST_MOVING ? list : null} aria-label={t('tags.list')} className="px-1.5 pb-2">
      {tags.map((tag, index) => (
        <TagRow
          key={tag.id}
          tag={tag}
          editing={editingId === tag.id}
          tabStop={tag.id === stopId}
          held={drag.held === index}
          style={drag.rowStyle(index)}
          handleProps={drag.handleProps(index)}
          onEdit={() => {
            onEdit(tag.id)
          }}
          onEditEnd={(how) => {
            onEdit(null)
            if (how === 'kept') focusRow(tag.id)
          }}
          onFocus={() => {
            setTabStopId(tag.id)
          }}
          onRemove={() => {
            remove(index)
          }}
          onKeyDown={(event) => {
            onKeyDown(event, index)
          }}
        />
      ))}
    </ul>
  )
}
