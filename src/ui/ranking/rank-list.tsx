import { useAutoAnimate } from '@formkit/auto-animate/react'
import type { RankedTag } from '../../state/ranking-selectors'
import { RankRow } from './rank-row'
import { words } from './words'

const MOVE_MS = 200

/** The tags, best first. Rows glide to their new places when scores change; with reduced motion they jump. */
export const RankList = ({ ranking }: { readonly ranking: readonly RankedTag[] }) => {
  const [list] = useAutoAnimate<HTMLOListElement>({
    duration: MOVE_MS,
    easing: 'cubic-bezier(0.2, 0.7, 0.2, 1)',
  })
  return (
    <div className="px-4 pb-2">
      <div aria-hidden className="flex gap-2 pb-1 text-12 text-muted">
        <span className="flex-1">{words.tag}</span>
        <span className="w-12 text-right">{words.cosine}</span>
        <span className="w-14 text-right">{words.share}</span>
      </div>
      {/* The role is said aloud, since Safari takes it from lists without bullets. */}
      {/* eslint-disable-next-line jsx-a11y/no-redundant-roles */}
      <ol ref={list} role="list" aria-label={words.list}>
        {ranking.map((tag) => (
          <RankRow key={tag.tagId} {...tag} />
        ))}
      </ol>
    </div>
  )
}
