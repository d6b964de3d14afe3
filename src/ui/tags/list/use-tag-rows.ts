import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { Tag } from '../../../core/tags/tag-list'
import { useActions } from '../../context/ui-context'
import type { TagRowProps } from './tag-row'
import { useRowDrag } from './use-row-drag'

/** What a list of tags is given, however it draws its rows. */
export interface TagListProps {
  readonly tags: readonly Tag[]
  readonly editingId: string | null
  readonly onEdit: (id: string | null) => void
}

interface TagRows {
  /** Rows that must exist wherever the list is scrolled to: with the Tab stop, held, or being edited. */
  readonly kept: readonly number[]
  rowProps(tag: Tag, index: number): TagRowProps
}

/** After React has drawn, so that the row is there and in its new place. */
const focusNextFrame = (id: string | undefined) => {
  requestAnimationFrame(() => {
    const row = id === undefined ? null : document.querySelector(`[data-tag-row="${CSS.escape(id)}"]`)
    const target =
      row?.querySelector<HTMLElement>('[data-tag-text]') ??
      document.querySelector<HTMLElement>('[data-add-tag]')
    target?.focus()
  })
}

interface TabStop {
  readonly id: string
  readonly place: number
}

/** The row that has focus already, or will with the next frame, in a list whose place this one takes: where its Tab stop is. */
const focusedStop = (tags: TagListProps['tags']): TabStop | null => {
  if (!document.activeElement?.closest('[data-tag-row]')) return null
  const stop = document.querySelector('[data-tag-row] [tabindex="0"]')
  const id = stop?.closest<HTMLElement>('[data-tag-row]')?.dataset.tagRow
  const place = tags.findIndex((tag) => tag.id === id)
  return place === -1 || id === undefined ? null : { id, place }
}

/**
 * How rows are moved through and about: one is a Tab stop, arrows go between them, Alt with arrows moves one.
 * @param beforeDrop told when a row that was dragged is let go, since the rows stand in their new places already.
 */
export const useTagRows = (
  { tags, editingId, onEdit }: TagListProps,
  beforeDrop: () => void = () => undefined,
): TagRows => {
  const { moveTag, removeTag } = useActions()
  const [tabStop, setTabStop] = useState(() => focusedStop(tags))
  const [selectedId, setSelectedId] = useState<string | null>(null)
  const drag = useRowDrag(tags.length, (from, to) => {
    const tag = tags[from]
    if (tag === undefined) return
    beforeDrop()
    moveTag(tag.id, to)
  })
  const taken = useRef(tabStop)
  useEffect(() => {
    if (taken.current && document.activeElement === document.body) focusNextFrame(taken.current.id)
  }, [])
  const placeOf = (id: string | null) => tags.findIndex((tag) => tag.id === id)
  const setTabStopId = (id: string) => {
    setTabStop({ id, place: placeOf(id) })
  }
  // With a tag that is gone it goes to the one that has taken its place.
  const stopPlace = tabStop ? placeOf(tabStop.id) : 0
  const stop = stopPlace === -1 ? Math.max(0, Math.min(tabStop?.place ?? 0, tags.length - 1)) : stopPlace

  const focusRow = (id: string | undefined) => {
    // A row that is far away comes into being with the Tab stop; focus then scrolls to it.
    if (id !== undefined) setTabStopId(id)
    focusNextFrame(id)
  }
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

  return {
    kept: [stop, placeOf(editingId), drag.held ?? -1].filter((index) => index >= 0),
    rowProps: (tag, index) => ({
      tag,
      editing: editingId === tag.id,
      selected: selectedId === tag.id,
      tabStop: index === stop,
      held: drag.held === index,
      item: { style: drag.rowStyle(index) },
      handleProps: drag.handleProps(index),
      onSelect: () => {
        setSelectedId(tag.id)
      },
      onEdit: () => {
        onEdit(tag.id)
      },
      onEditEnd: (how) => {
        onEdit(null)
        if (how === 'kept') focusRow(tag.id)
      },
      onFocus: () => {
        setTabStopId(tag.id)
      },
      onRemove: () => {
        remove(index)
      },
      onKeyDown: (event) => {
        onKeyDown(event, index)
      },
    }),
  }
}
