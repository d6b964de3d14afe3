import type { TaglensError } from '../../core/errors/taglens-error'
import type { ModelTask } from '../../core/tasks/model-task'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { CarriedScreen } from '../../core/site/carried-screen'
import type { Surroundings } from '../../core/model/offer/recommend-model'
import type { Sentence } from '../../words/wording'
import type { DragContent } from './ui-platform'

/** The dialog or sheet that is open; at most one. */
export type OpenDialog =
  | 'about'
  | 'address'
  | 'agreement'
  | 'commands'
  | 'compare'
  | 'export'
  | 'keys'
  | 'left-out'
  | 'live'
  | 'measure'
  | 'model'
  | 'moves'
  | 'own'
  | 'privacy'
  | 'tag-sets'
  | 'tags'
  | null

/** What only the screen knows: nothing of it matters to a result, or outlives the page but for {@link readScreen}. */
export interface ScreenState {
  /** The focused picture fills the middle; Escape returns to the grid. */
  readonly large: boolean
  /** On a phone, where both do not fit: the picture with its ranking, or all pictures. */
  readonly phoneShows: 'picture' | 'grid'
  /** Dim what the model did not see. */
  readonly frameShown: boolean
  /** Show the exact pixels that the model saw in place of the picture. */
  readonly modelView: boolean
  /** Show what the answer hangs on. */
  readonly why: boolean
  /** The label of which that is; `null` for the answer. */
  readonly whyOf: string | null
  /** By which way that is found. */
  readonly whyBy: 'auto' | 'regions'
  /** Show what the answers are compared with beside a picture. */
  readonly beside: boolean
  /** Tell what all of a long picture says, crop by crop. */
  readonly crops: boolean
  readonly dialog: OpenDialog
  /** The section below the tags that is to open and take focus; it sets this back. */
  readonly unfolds: 'template' | 'scoring' | null
  /** The column of labels offers models for this task, while a model for another answers. */
  readonly choosingTask: ModelTask | null
  /** What is typed in the field that adds tags. */
  readonly tagDraft: string
  /** What became of the last tags that were added, under the add field. `null` shows the hint. */
  readonly tagNote: Sentence | null
  /** The picture of the grid that is being dragged; `null` while none is. */
  readonly draggedPicture: string | null
  /** What hangs over the window; `null` while nothing is dragged. */
  readonly drag: DragContent | null
  /** The label of whose scores a range is being chosen; `null` while none is. */
  readonly rangeOf: string | null
  /** Whether tags are suggested beside the ranking. */
  readonly suggesting: boolean
  /** Whether the person has asked to say what pictures are, before they have said so of any. */
  readonly teaching: boolean
  /** Files of a model that were dropped on the page, until the person says what to do with them. */
  readonly offeredModel: readonly File[] | null
  /** A video that was dropped on the page, while it is ranked live. */
  readonly offeredVideo: File | null
  /** The part of the model panel that is to open and take focus; it sets this back. */
  readonly modelAsks: 'host' | 'choose' | null
  /** Why there is no quick look, until the person has taken note of it or asks again. */
  readonly quickLookError: TaglensError | null
  /** `null` until a model is to be recommended. */
  readonly surroundings: Surroundings | null
}

/** The store of {@link ScreenState}; components set fields by name. */
export type ScreenStore = StoreApi<ScreenState>

/** Dialogs that the app's shortcuts open, by name. */
const dialogsByName: ReadonlyMap<string, OpenDialog> = new Map([
  ['keys', 'keys'],
  ['model', 'model'],
  ['privacy', 'privacy'],
])

/**
 * A screen with nothing open but perhaps a dialog, or the choice of classifiers.
 * @param opens the dialog's name, or `imagenet`, from outside: another text opens nothing.
 */
export const createScreenStore = (opens: string | null = null): ScreenStore =>
  createStore<ScreenState>(() => ({
    large: false,
    phoneShows: 'picture',
    frameShown: true,
    modelView: false,
    why: false,
    whyOf: null,
    whyBy: 'auto',
    beside: false,
    crops: false,
    dialog: dialogsByName.get(opens ?? '') ?? null,
    unfolds: null,
    choosingTask: opens === 'imagenet' ? 'fixed-labels' : null,
    tagDraft: '',
    tagNote: null,
    draggedPicture: null,
    drag: null,
    rangeOf: null,
    suggesting: false,
    teaching: false,
    offeredModel: null,
    offeredVideo: null,
    surroundings: null,
    modelAsks: null,
    quickLookError: null,
  }))

/** What the next page of this tab shows too. */
export const readScreen = (screen: ScreenStore): CarriedScreen => {
  const { large, phoneShows, frameShown, modelView, dialog, choosingTask, tagDraft } = screen.getState()
  return { large, phoneShows, frameShown, modelView, dialog, choosingTask, tagDraft }
}

/** Dialogs that stay open over a navigation of the page to itself. */
const LASTING: readonly OpenDialog[] = ['keys', 'model', 'privacy', 'tag-sets', 'tags']

/** Shows what the page before this one showed. */
export const restoreScreen = (screen: ScreenStore, { dialog, ...rest }: CarriedScreen): void => {
  screen.setState({ ...rest, dialog: LASTING.find((name) => name === dialog) ?? null })
}
