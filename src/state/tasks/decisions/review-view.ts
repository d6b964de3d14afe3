import { NO_FILTER } from '../../../core/desk/view/filter-changes'
import type { AppState, Picture } from '../../app-state'
import { memoizeLast } from '../../memoize-last'
import { withoutPictures } from '../../pictures/selection'
import type { ReviewView, Selectors } from '../../selectors'
import { changedMarks, decisionFor, isUndecided } from './decisions'

/** Focus on the row behind one that is shown no longer, else on the one before; as it was where no row is left. */
const onSuccessor = (
  { selection }: AppState,
  before: readonly Picture[],
  after: readonly Picture[],
): Partial<AppState> => {
  // As long as nothing is narrowed to what is decided, or is not, the list stays as it was.
  if (before === after) return {}
  const left = new Set(after.map(({ id }) => id))
  const { focusId } = selection
  if (after.length === 0 || focusId === null || left.has(focusId)) return {}
  const shown = before.map(({ id }) => id)
  return { selection: withoutPictures(selection, shown, new Set(shown.filter((id) => !left.has(id)))) }
}

/** What decisions have to do with the list and with where the person stands. */
export const createReviewView = (selectors: Pick<Selectors, 'shownPictures'>): ReviewView => {
  const narrowed = memoizeLast(
    (
      ...[pictures, marks, tags, decidedOnly, held]: [
        readonly Picture[],
        AppState['marks'],
        AppState['tags'],
        boolean,
        string | null,
      ]
    ) =>
      pictures.filter(
        (picture) =>
          picture.id === held ||
          (decidedOnly
            ? decisionFor({ marks, tags }, picture) !== null
            : isUndecided({ marks, tags }, picture)),
      ),
  )
  return {
    narrow: ({ marks, tags, decidedOnly, settings, selection }, pictures) => {
      if (decidedOnly === null) return pictures
      // Where there may be several tags the first is not the last: the picture stays until the person leaves it.
      const held = settings.rules.mode === 'multi' ? selection.focusId : null
      return narrowed(pictures, marks, tags, decidedOnly, held)
    },
    follow: (before, after, travelled) => {
      if (travelled === null)
        return onSuccessor(before, selectors.shownPictures(before), selectors.shownPictures(after))
      const changed = changedMarks(before.marks, after.marks)
      const isMeant = ({ phase }: Picture) => phase.facts !== null && changed.has(phase.facts.sha256)
      const meant = after.pictures.filter(isMeant)
      const goTo = (pictures: readonly Picture[]): Partial<AppState> => {
        const [first] = pictures
        const ids = new Set(pictures.map(({ id }) => id))
        return first ? { selection: { focusId: first.id, anchorId: first.id, ids } } : {}
      }
      const shown = selectors.shownPictures(after)
      const visible = shown.filter(isMeant)
      if (visible.length > 0 || meant.length === 0) return goTo(visible)
      // Done again, it leaves the filter as it did then; taken back, it is to be seen.
      return travelled === 'redone'
        ? onSuccessor(before, selectors.shownPictures(before), shown)
        : { ...goTo(meant), filter: NO_FILTER, only: null, decidedOnly: null }
    },
  }
}
