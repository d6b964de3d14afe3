import { BY_ARRIVAL } from '../../core/desk/view/view'
import type { CarriedScreen } from '../../core/site/carried-screen'
import { editTag } from '../../core/tags/tag-list'
import type { CarriedPage } from '../../platform/site/carried-page'
import type { ActionDeps } from '../app-deps'
import type { AppState, Picture, PicturePhase } from '../app-state'
import { currentModel } from '../model/current-model'

type CarriedPicture = CarriedPage['pictures'][number]

const carriedPicture = (
  { id, name, file, isSample, absent, phase }: Picture,
  encodings: 'kept' | 'left',
): CarriedPicture => {
  const known = { id, name, file, isSample, stopped: phase.kind === 'stopped', facts: phase.facts }
  const picture = absent ? { ...known, absent } : known
  if (phase.kind !== 'ready' || encodings === 'left') return { ...picture, encoded: null }
  const { modelKey, frame, reducedBy, time, ...encoding } = phase.encoded
  return { ...picture, encoded: { modelKey, frame, reducedBy, time, encoding } }
}

/** The tags with the text that is being typed for one of them, if it may be one. */
const tagsAsTyped = ({ tags, tagPreview }: AppState) => {
  const edit = tagPreview && editTag(tags, tagPreview.id, tagPreview.text)
  return edit?.kind === 'changed' && tagPreview?.text.trim() !== '' ? edit.tags : tags
}

/** The load that goes on, whatever the panel tells of; what ships with the app is loaded in any case. */
const choiceUnderWay = ({ model }: AppState): CarriedPage['load'] => {
  const meanwhile = 'meanwhile' in model ? (model.meanwhile?.choice ?? null) : null
  const choice = model.kind === 'loading' ? model.choice : meanwhile
  return choice?.source.kind === 'app' ? null : choice
}

/** What answers meanwhile: another load, or the small model that has been got for that. */
const choiceBeside = ({ model }: AppState): CarriedPage['loadBeside'] => {
  if (model.kind !== 'loading') return null
  const choice = (model.meanwhile ?? model.previous)?.choice ?? null
  return choice?.source.kind === 'app' ? null : choice
}

/** Which pictures are shown, and in which order, where the list is opened again. */
export const carriedView = (
  state: AppState,
): Pick<CarriedPage, 'filter' | 'sort' | 'scoreOf' | 'decidedOnly'> => ({
  filter: { answers: [...state.filter.answers], ranges: [...state.filter.ranges] },
  // The picture, the words or the good ones in question are not carried.
  sort: state.sort.by === 'likeness' || state.good || state.search ? BY_ARRIVAL : state.sort,
  scoreOf: state.scoreOf,
  decidedOnly: state.decidedOnly,
})

/**
 * What the next page of this tab goes on with.
 * @param encodings `left` where the next page may be of another version, which may decode otherwise.
 */
export const gatherPage = (
  state: AppState,
  screen: CarriedScreen,
  encodings: 'kept' | 'left',
): CarriedPage => ({
  tags: [...tagsAsTyped(state)],
  linkVisit: state.linkVisit && {
    ...state.linkVisit,
    ownTags: state.linkVisit.ownTags && [...state.linkVisit.ownTags],
  },
  settings: state.settings,
  pictures: state.pictures.map((picture) => carriedPicture(picture, encodings)),
  selection: { ...state.selection, ids: [...state.selection.ids] },
  ...carriedView(state),
  screen,
  load: choiceUnderWay(state),
  loadBeside: choiceBeside(state),
  heldAnswers: [...state.heldAnswers],
})

/** Whether a page that is left without being carried over would lose anything that is kept nowhere else. */
export const wouldBeLost = ({ pictures, tags }: Pick<AppState, 'pictures' | 'tags'>): boolean =>
  pictures.some(({ isSample }) => !isSample) || tags.some(({ picture }) => picture !== null)

/** What changes by a person's hand alone: carried again where it has changed on the way. */
export const isSameWork = (one: AppState, other: AppState): boolean =>
  one.tags === other.tags &&
  one.settings === other.settings &&
  one.linkVisit === other.linkVisit &&
  one.pictures.length === other.pictures.length &&
  one.pictures.every(({ id }, index) => id === other.pictures[index]?.id)

/** Puts a carried page in place of an empty one. */
export const restorePage = (
  { store }: Pick<ActionDeps, 'store'>,
  { tags, linkVisit, settings, pictures, selection, ...page }: CarriedPage,
): void => {
  const model = currentModel(store.getState().model)
  const phaseOf = ({ facts, encoded, stopped }: CarriedPicture): PicturePhase => {
    if (stopped) return { kind: 'stopped', facts }
    // Of another model than the one that answers already, it would never be encoded again.
    if (!facts || !encoded || (model && model.key !== encoded.modelKey)) return { kind: 'waiting', facts }
    const { encoding, ...rest } = encoded
    return { kind: 'ready', facts, encoded: { ...rest, ...encoding } }
  }
  store.setState((state) => ({
    tags,
    linkVisit,
    settings: settings ?? state.settings,
    pictures: pictures.map((picture) => ({
      id: picture.id,
      name: picture.name,
      file: picture.file,
      isSample: picture.isSample,
      ...(picture.absent && { absent: picture.absent }),
      phase: phaseOf(picture),
    })),
    selection: { ...selection, ids: new Set(selection.ids) },
    filter: page.filter,
    sort: page.sort,
    scoreOf: page.scoreOf,
    decidedOnly: page.decidedOnly,
    heldAnswers: page.heldAnswers,
  }))
}
