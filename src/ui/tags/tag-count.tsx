import type { KeyboardEvent } from 'react'
import { useActions, useApp, useAppState, useWords } from '../context/ui-context'

interface TagCountProps {
  readonly tagId: string
  readonly tabIndex: number
  readonly onKeyDown?: (event: KeyboardEvent<HTMLElement>) => void
}

/** How many pictures a tag won; a press shows only those. Nothing while no picture is ranked. */
export const TagCount = ({ tagId, tabIndex, onKeyDown }: TagCountProps) => {
  const { t, format } = useWords()
  const { selectors } = useApp()
  const { filterByTag, toggleFilter } = useActions()
  const filtered = useAppState((state) => state.filter.answers.includes(tagId))
  const count = useAppState((state) => {
    const counts = selectors.tagCounts(state)
    return counts.size === 0 && !filtered ? null : (counts.get(tagId) ?? 0)
  })
  if (count === null) return null
  return (
    <button
      type="button"
      tabIndex={tabIndex}
      disabled={count === 0 && !filtered}
      aria-pressed={filtered}
      aria-label={t('tags.filter', { count })}
      data-tip={count === 0 ? undefined : t('tags.filter', { count })}
      onKeyDown={onKeyDown}
      onClick={({ ctrlKey, metaKey }) => {
        // As it marks pictures: with the key that adds, beside the others.
        if (ctrlKey || metaKey) toggleFilter(tagId)
        else filterByTag(tagId)
      }}
      className="h-6 min-w-7 rounded-[6px] px-1.5 text-end text-12 text-muted tabular-nums transition-colors enabled:hover:bg-pressed enabled:hover:text-text aria-pressed:bg-accent aria-pressed:text-on-accent touch:h-9 touch:min-w-9"
    >
      {format.count(count)}
    </button>
  )
}
