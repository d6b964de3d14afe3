import { BY_ARRIVAL } from '../../../core/desk/view/view'
import { decidePictures, type Mark, type MarkedPicture } from '../../../core/tasks/own/marks'
import { nextTurn } from '../../../protocol/next-turn'
import { review as reviewWords } from '../../../words/en/review'
import type { ActionDeps } from '../../app-deps'
import type { AppState, Selection } from '../../app-state'
import type { Notices } from '../../messages/notices'
import { picturesOf } from '../../pictures/picture-places'
import { selectPicture } from '../../pictures/selection'
import type { MarkActions } from '../own/own-actions'
import { answeringTask } from '../tasks'
import { acceptedTags } from './accepted-tags'
import { decisionFor, isUndecided } from './decisions'
import { measureAgreement } from './measure-agreement'
import type { ReviewActions, ReviewKey } from './review-actions'

/** The least sure first: what is worth a look. */
const LEAST_SURE = { by: 'sureness', descending: false } as const

/** Answers are looked up for so long between two pauses of the page, in milliseconds. */
const SLICE_MS = 12

/** What that there is nothing to decide hangs on. */
const HANGS_ON = ['marks', 'tags', 'filter', 'only', 'decidedOnly', 'selection'] as const

/** What decisions are made with. */
export interface ReviewDeps extends Pick<ActionDeps, 'store' | 'selectors' | 'wordsWith' | 'now'> {
  readonly notices: Pick<Notices, 'show'>
  readonly marks: Pick<MarkActions, 'mark' | 'markNone' | 'unmark'>
  /** Makes one step of what is said of these pictures. */
  readonly record: (
    pictureIds: readonly string[],
    change: (marks: readonly Mark[], pictures: readonly MarkedPicture[]) => readonly Mark[],
  ) => void
}

/** Creates what is done with decisions. */
export const createReview = (deps: ReviewDeps): ReviewActions => {
  const { store, selectors, marks, now } = deps
  const { getState, setState } = store

  /** Says it once, until the person stands elsewhere, or what is shown or decided changes. */
  const tell = (key: 'allDecided' | 'nothingToAccept' | 'classesToAccept' | 'notRead' | 'notOfOne') => {
    const text = () => deps.wordsWith(reviewWords).t(`review.${key}`)
    const { pictures, ...said } = getState()
    const holds = (state: AppState) =>
      HANGS_ON.every((part) => state[part] === said[part]) && state.pictures.length === pictures.length
    deps.notices.show({ tone: 'info', about: 'the review', text, action: null, holds })
  }

  const select = (id: string) => {
    setState(({ selection }) => ({ selection: selectPicture(selection, [], id, 'only') }))
  }

  const goTo: ReviewActions['goTo'] = (where) => {
    const state = getState()
    const shown = selectors.shownPictures(state)
    const at = shown.findIndex(({ id }) => id === state.selection.focusId)
    // Around the end: what was passed over is come to again.
    const others = [...shown.slice(at + 1), ...shown.slice(0, Math.max(0, at))]
    if (where === 'previous') others.reverse()
    const next = others.find((picture) => picture.phase.facts !== null && isUndecided(state, picture))
    if (next) select(next.id)
    else tell('allDecided')
  }

  /** On from a picture that has been decided, unless it has left the filter and focus is elsewhere already. */
  const moveOn = (from: string) => {
    const state = getState()
    if (state.selection.focusId !== from) return
    const shown = selectors.shownPictures(state)
    if (shown.length < 2) return
    if (state.decidedOnly !== true) {
      goTo('next')
      return
    }
    const next = shown[shown.findIndex(({ id }) => id === from) + 1]
    if (next) select(next.id)
  }

  /** @param yes of a picture by id, ids of tags; without any, none of them. Others stay as they are. */
  const decide = (yes: ReadonlyMap<string, readonly string[]>) => {
    const { pictures, settings, tags } = getState()
    const yesByHash = new Map(
      picturesOf(pictures, yes.keys()).flatMap(({ id, phase }) => {
        const of = yes.get(id)
        return of && phase.facts ? [[phase.facts.sha256, of]] : []
      }),
    )
    deps.record([...yes.keys()], (before, marked) =>
      decidePictures(
        before,
        marked.map((picture) => ({ picture, yes: yesByHash.get(picture.id) ?? [] })),
        tags.map(({ id }) => id),
        settings.rules.mode,
      ),
    )
  }

  const accept: ReviewActions['accept'] = async (ids) => {
    const yes = new Map<string, readonly string[]>()
    const state = getState()
    let begun = now()
    for (const picture of picturesOf(state.pictures, ids)) {
      if (now() - begun >= SLICE_MS) {
        await nextTurn()
        begun = now()
      }
      const accepted = acceptedTags(state, selectors, picture)
      if (accepted && picture.phase.facts) yes.set(picture.id, accepted)
    }
    if (yes.size === 0) tell(answeringTask(state) === 'fixed-labels' ? 'classesToAccept' : 'nothingToAccept')
    else decide(yes)
  }

  const sayTag = (ids: readonly string[], place: number, isNot: boolean): void => {
    const { tags, settings } = getState()
    const tag = tags[place]
    if (!tag) return
    const before = getState().marks
    if (isNot || settings.rules.mode === 'multi') marks.mark(ids, tag.id, isNot ? 'no' : 'yes')
    // Said twice it is no other answer: who goes through many says it again where they are not sure that they have.
    else decide(new Map(ids.map((id) => [id, [tag.id]])))
    // Where a picture is of one tag, there is only the yes to take back.
    if (isNot && settings.rules.mode === 'single' && getState().marks === before) tell('notOfOne')
  }

  const isDecided = (id: string): boolean => {
    const [picture] = picturesOf(getState().pictures, [id])
    return picture !== undefined && decisionFor(getState(), picture) !== null
  }

  const decideBy = async ({ key, selection, isLarge, isNot }: ReviewKey) => {
    if (key === 'N' || key === 'P') {
      goTo(key === 'N' ? 'next' : 'previous')
      return
    }
    const { pictures, settings } = getState()
    const from = selection.focusId ?? ''
    const ids = selection.ids.size > 0 && !isLarge ? selection.ids : new Set([from])
    // What a filter hides is not meant.
    const meant = picturesOf(isLarge ? pictures : selectors.shownPictures(getState()), ids)
    const known = meant.filter(({ phase }) => phase.facts !== null).map(({ id }) => id)
    const several = settings.rules.mode === 'multi'
    if (known.length === 0) {
      if (meant.length > 0) tell('notRead')
      return
    }
    if (key === 'U') marks.unmark(known)
    else if (key === 'X') marks.markNone(known)
    // Where there may be several tags, it says as well that there are no more of them.
    else if (key === 'Enter') await (isLarge && several && isDecided(from) ? null : accept(known))
    else sayTag(known, Number(key) - 1, isNot)
    const isLast = key === 'Enter' || key === 'X' || (key !== 'U' && !several && !isNot)
    if (isLarge && isLast && isDecided(from)) moveOn(from)
  }

  /** The last key, as long as it is not done: what it was pressed on, and what is selected where it leads. */
  let last: { readonly pressedOn: Selection; readonly leadsTo: Promise<Selection> } | null = null

  const press: ReviewActions['press'] = async (pressed) => {
    const before = last
    const inTurn = async (): Promise<Selection> => {
      // Who types ahead means the picture that the key before leads to, and not one where other keys have gone meanwhile.
      const led = await before?.leadsTo
      const isAhead = before?.pressedOn === pressed.selection
      const selection = isAhead && led !== undefined ? led : pressed.selection
      const here = getState().selection
      await decideBy({ ...pressed, selection })
      const there = getState().selection
      return there === here ? selection : there
    }
    const done = inTurn()
    const leadsTo = done.catch(() => pressed.selection)
    const mine = { pressedOn: pressed.selection, leadsTo }
    last = mine
    await leadsTo
    if (last === mine) last = null
    await done
  }

  /** Puts focus on a picture that is shown, once a list is arranged as was asked for. */
  const focusShown = (onFirst: boolean) => {
    const { focusId } = getState().selection
    const look = () => {
      const state = getState()
      if (state.arranging.kind === 'working') return
      unsubscribe()
      const shown = selectors.shownPictures(state)
      const [first] = shown
      if (state.selection.focusId !== focusId || !first) return
      if (onFirst || shown.every(({ id }) => id !== focusId)) select(first.id)
    }
    const unsubscribe = store.subscribe(look)
    look()
  }

  return {
    press,
    accept,
    goTo,
    agreement: (signal) => measureAgreement(deps, signal),
    show: (decidedOnly) => {
      setState({ decidedOnly })
      focusShown(false)
    },
    review: (begins) => {
      setState({
        ...(begins ? { decidedOnly: false, sort: LEAST_SURE } : { decidedOnly: null, sort: BY_ARRIVAL }),
        ...{ scoreOf: null, similarTo: null },
      })
      focusShown(begins)
    },
  }
}
