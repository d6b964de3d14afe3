import { CircleSlash } from 'lucide-react'
import { NONE_ID } from '../../state/tasks/zero-shot/none-of-these'
import { useApp, useAppState, useWords } from '../ui-context'
import { TagCount } from './tag-count'

/** Below the tags: how many pictures none of them fits. Not there while every picture has a tag. */
export const NoneRow = () => {
  const { t } = useWords()
  const { selectors } = useApp()
  const shown = useAppState(
    (state) => state.filterTagId === NONE_ID || selectors.tagCounts(state).has(NONE_ID),
  )
  if (!shown) return null
  return (
    <div className="mx-1.5 mb-2 flex h-8 items-center gap-1 rounded-control pe-1 ps-5 text-muted touch:h-12 touch:ps-8">
      <CircleSlash size={12} strokeWidth={2} aria-hidden className="me-1 shrink-0" />
      <span className="min-w-0 flex-1 truncate">{t('pictures.none')}</span>
      <TagCount tagId={NONE_ID} tabIndex={0} />
    </div>
  )
}
