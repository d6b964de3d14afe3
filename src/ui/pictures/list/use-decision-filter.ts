import { decidedCounts } from '../../../state/tasks/decisions/decisions'
import { useActions, useAppState } from '../../context/ui-context'
import { useAttempt } from '../../parts/use-attempt'
import type { MenuItem } from '../../primitives/menu/menu-items'
import { useReviewWords } from '../use-decision'

/** The review as it is on the list, and what sets it. */
export const useReview = () => {
  const { marking } = useActions()
  const attempt = useAttempt()
  const decidedOnly = useAppState((state) => state.decidedOnly)
  const isUnsureFirst = useAppState(({ sort }) => sort.by === 'sureness' && !sort.descending)
  return {
    decidedOnly,
    /** Whether what is not decided is shown, the least sure first. */
    isOn: decidedOnly === false && isUnsureFirst,
    begin: (begins: boolean) =>
      void attempt(async () => {
        ;(await marking.load()).review.review(begins)
      }),
    show: (wanted: boolean | null) =>
      void attempt(async () => {
        ;(await marking.load()).review.show(wanted)
      }),
  }
}

/** Lines of the filter: what is decided, or what is not. One takes the place of the other. */
export const useDecisionItems = (): readonly MenuItem[] => {
  const { t, format } = useReviewWords()
  const { decidedOnly, show } = useReview()
  const decided = useAppState((state) => decidedCounts(state).all)
  const all = useAppState(({ pictures }) => pictures.length)
  const item = (wanted: boolean, label: string, count: number): MenuItem => ({
    key: `decided ${String(wanted)}`,
    label,
    note: format.count(count),
    chosen: decidedOnly === wanted,
    adds: true,
    onSelect: () => {
      show(decidedOnly === wanted ? null : wanted)
    },
  })
  return [item(false, t('review.onlyUndecided'), all - decided), item(true, t('review.onlyDecided'), decided)]
}
