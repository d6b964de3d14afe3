import type { UnitVector } from '../core/brands'
import type { OwnVersion } from '../core/tasks/own/versions/versions'
import type { AnswerSheet } from '../core/tasks/comparison/answer-sheet'
import type { Mark } from '../core/tasks/own/marks'
import type { AbsentFile } from '../core/desk/absent-files'
import type { Differing } from '../core/desk/duplicates/differing'
import type { KeptSet } from '../core/desk/kept-set'
import type { Filter, Sort } from '../core/desk/view/view'
import type { History, Step } from '../core/history/history'
import type { ListPatch } from '../core/history/list-patch'
import type { LeftOut } from '../core/incoming/sort-entries'
import type { Language } from '../core/preferences/language'
import type { TextArrival } from '../core/model/loaded-model'
import type { ModelTask } from '../core/tasks/model-task'
import type { ModelChoice } from '../core/model/model-choice'
import type { Extent } from '../core/pixels/crops/extent'
import type { Reading } from '../core/pixels/reduction'
import type { ModelPhase } from '../core/model/model-phase'
import type { EncodedByModel } from '../core/model/picture-encoding'
import type { GpuCapability } from '../core/runtime/capabilities'
import type { AnswerRules } from '../core/question/scoring/judge'
import type { Tag, TagList } from '../core/tags/tag-list'
import type { TagSet } from '../core/tags/tag-sets'
import type { TaglensError, TaglensErrorCode } from '../core/errors/taglens-error'
import type { StorageFacts } from '../platform/storage/storage'
import type { PromptEmbedding } from '../protocol/inference-api'
import type { PictureFacts } from '../protocol/pixel-api'
import type { Sentence } from '../words/wording'
import type { Moving } from './exports/moves/moving'
import type { Measuring } from './model/measuring'
import type { ModelTransfer, StoredModels } from './model/stored-models'
import type { Arranging } from './pictures/arranged/arranging'
import type { Search } from './pictures/search/search'
import type { GoodExamples, OwnHead } from './tasks/own/own-head'

/**
 * The life of a picture in the list. `facts` are known once it has been decoded for any model, so that its
 * rendition stays on the screen while another model encodes it again.
 */
export type PicturePhase =
  /** In the queue, or held back until a model is ready. */
  | { readonly kind: 'waiting'; readonly facts: PictureFacts | null }
  | { readonly kind: 'encoding'; readonly facts: PictureFacts | null }
  /** Taken out of the queue by the person; "retry" puts it back. */
  | { readonly kind: 'stopped'; readonly facts: PictureFacts | null }
  | { readonly kind: 'ready'; readonly facts: PictureFacts; readonly encoded: EncodedByModel }
  /** Facts of another model's reading are not shown then; they are kept for the next try. */
  | { readonly kind: 'failed'; readonly error: TaglensError; readonly facts: PictureFacts | null }

/** One picture of the list. */
export interface Picture {
  readonly id: string
  /**
   * File name, with its path in the folder or archive that it came in (`train/cat/img_1.jpg`); or "Pasted picture".
   * In a file of results it is what tells a picture from others.
   */
  readonly name: string
  readonly file: Blob
  /** One of the drawings of a first visit: it goes when the person adds a picture. */
  readonly isSample: boolean
  /** Where its file is on another machine, from which a project came: `file` is empty until it is found. */
  readonly absent?: AbsentFile
  readonly phase: PicturePhase
}

/** Which pictures are marked. `focusId` is the one that the ranking shows. */
export interface Selection {
  readonly focusId: string | null
  /** Where a Shift-range begins. */
  readonly anchorId: string | null
  readonly ids: ReadonlySet<string>
}

/** What many pictures can be shown as: cards, what is there twice, points that lie by what they look like. */
export type ListView = 'grid' | 'duplicates' | 'map'

/** How the encoding of the list goes. */
export type QueuePhase =
  | { readonly kind: 'idle' }
  /** `done` of `total` since the queue was last empty; `startedAt` by `performance.now()`. */
  | { readonly kind: 'running'; readonly done: number; readonly total: number; readonly startedAt: number }
  | { readonly kind: 'paused'; readonly done: number; readonly total: number }

/** Something that happened elsewhere and passes: shown as a toast. */
export interface Notice {
  readonly id: string
  readonly text: Sentence
  readonly tone: 'info' | 'problem'
  /** Of the error that it tells of, for who reports it. */
  readonly code?: TaglensErrorCode
  /** What is no problem passes by itself, unless it stays so until it is dismissed. */
  readonly stays?: boolean
  /** What it tells of: it takes the place of an earlier notice of the same thing. */
  readonly about?: string
  /** Whether what it says is still true, asked with every change of the state; it goes when it is not. Costs next to nothing. */
  readonly holds?: (state: AppState) => boolean
  /** What its button does, e.g. `Undo`. */
  readonly action: NoticeAction | null
  /** The label of a second button, which leaves everything as it is. */
  readonly otherwise?: Sentence
}

/** What the button of a notice does: something, or opening a dialog, which only the screen can; or both. */
export type NoticeAction =
  | { readonly label: Sentence; readonly run: () => void }
  | { readonly label: Sentence; readonly opens: 'model' | 'left-out' | 'moves'; readonly run?: () => void }

/** Light and dark follow the system unless set. */
export type Theme = 'system' | 'light' | 'dark'

/** What is kept in `localStorage` besides the tags. */
export interface Settings {
  readonly theme: Theme
  /** `null` follows the browser. */
  readonly language: Language | null
  /** One or several, a line each: `readTemplates` reads them. */
  readonly template: string
  readonly temperature: number
  readonly rules: AnswerRules
  /** Whether the person has added pictures before, so that the samples are no news. */
  readonly welcomed: boolean
  /** Whether the scores behind a ranking are in sight. */
  readonly scoresShown: boolean
  /** Where models of the hub come from: the hub itself or a mirror. */
  readonly modelHost: string
  /** The model that the person chose last; `null` for the one that ships with the app. */
  readonly chosenModel: ModelChoice | null
  /** Whether pictures outlive the visit. */
  readonly keepsPictures: boolean
  /** The least width of a card of the grid, in px. */
  readonly cardSize: number
  /** Whether cards say what their files are called. */
  readonly namesShown: boolean
  /** How the pictures of the list are read; `null`, exactly, until the person has decided. */
  readonly reading: Reading | null
  /** How much of long pictures is looked at. */
  readonly extent: Extent
}

/** What of the settings decides on results. */
export type ScoringSettings = Pick<Settings, 'template' | 'temperature' | 'rules'>

/** What undo brings back: all that the person has made. */
export interface Work {
  readonly tags: TagList
  readonly pictures: readonly Picture[]
  readonly scoring: ScoringSettings
  readonly marks: readonly Mark[]
  readonly differing: readonly Differing[]
}

/** A change of the work; what is not named stays. */
export interface WorkChange {
  readonly tags?: ListPatch<Tag>
  readonly pictures?: ListPatch<Picture>
  readonly scoring?: Partial<ScoringSettings>
  readonly marks?: ListPatch<Mark>
  readonly differing?: ListPatch<Differing>
}

/** What a step did, for "Undo: remove 12 pictures". */
export type StepLabel =
  | { readonly kind: 'add-tags'; readonly count: number; readonly tag: string }
  | { readonly kind: 'remove-tag' | 'edit-tag' | 'move-tag' | 'set-threshold'; readonly tag: string }
  | { readonly kind: 'replace-tags' | 'open-project' }
  /** `visit` says what of the person's own the link stands for. */
  | { readonly kind: 'open-link' | 'leave-link'; readonly visit: LinkVisit }
  | { readonly kind: 'add-pictures' | 'remove-pictures' | 'mark-pictures'; readonly count: number }
  | { readonly kind: 'set-template' | 'set-temperature' | 'set-rules' | 'part-pictures' }

/** One thing that the person did. */
export type WorkStep = Step<StepLabel, WorkChange>

/** What the person did, as far as it can be taken back or done again. */
export type WorkHistory = History<StepLabel, WorkChange>

/** A tag that is a picture, by the model that it was embedded by. */
export interface PictureTagEmbedding {
  readonly modelKey: string
  readonly embedding: UnitVector
}

/**
 * The person's own, in place of which a link's tags and scoring stand for this visit. What the link did not set is
 * not here. Edits of what it set are of this visit too, until the person keeps all of it or goes back.
 */
export interface LinkVisit {
  readonly ownTags: TagList | null
  readonly ownScoring: Partial<ScoringSettings>
  /** Where the link has put the examples of a kept classifier in their place. */
  readonly ownMarks?: readonly Mark[]
}

/** What the answers of the words are set beside: those by another template, or a sheet that was kept. */
export type ComparedWith =
  { readonly kind: 'wording'; readonly template: string } | { readonly kind: 'held'; readonly id: string }

/** Everything that the page shows, replaced piece by piece and never changed in place. */
export interface AppState {
  readonly tags: TagList
  readonly history: WorkHistory
  /** How often undo, redo or another tab has put other values in place of what was typed or moved here. */
  readonly overrides: number
  /** The person's own sets, by name, as they were when they were last looked at. */
  readonly tagSets: readonly TagSet[]
  /** A tag being typed, scored as if it were set already; `null` while nothing is edited. */
  readonly tagPreview: { readonly id: string; readonly text: string } | null
  /** Embeddings of prompts by the model that is ready, by prompt. */
  readonly promptEmbeddings: ReadonlyMap<string, PromptEmbedding>
  /** Embeddings of the tags that are pictures, by tag id. */
  readonly pictureTags: ReadonlyMap<string, PictureTagEmbedding>
  /** Whether prompts are being embedded now. */
  readonly embeddingTags: boolean
  /** A failure to embed the newest tags; `null` when they are embedded or on their way. */
  readonly tagsError: TaglensError | null
  readonly model: ModelPhase
  /** Key of the model that has been downloaded last, until the person has taken note of it or asks for another. */
  readonly arrived: string | null
  /** Of the model that answers; `null` where its text tower is here. */
  readonly textArrival: TextArrival | null
  /** Whether the page is still finding out which models to start with. */
  readonly isStarting: boolean
  /** What is on its way to become pictures or tags: drops and choices that are being read. */
  readonly readingIn: number
  /** The choices that were ready last, by what they are asked: the way back from one kind to the other. */
  readonly lastChoices: Readonly<Partial<Record<ModelTask, ModelChoice>>>
  readonly storedModels: StoredModels
  readonly modelTransfer: ModelTransfer
  readonly measuring: Measuring
  /** `null` until the person comes to choose a model. */
  readonly storage: StorageFacts | null
  /** `null` until the person comes to choose a device. */
  readonly gpu: GpuCapability | null
  /** Files that came with the newest pictures and are none. */
  readonly leftOut: readonly LeftOut[]
  /** Paths of other programs' notes about pictures that came in beside them, in this visit. */
  readonly sidecars: readonly string[]
  /** Lists of pictures of earlier visits, as they were when they were last looked at. */
  readonly keptSets: readonly KeptSet[]
  /** Whether pictures that this tab had are being put back. */
  readonly restoring: boolean
  /** In the order of arrival. */
  readonly pictures: readonly Picture[]
  readonly selection: Selection
  /** As what the list is shown. */
  readonly view: ListView
  /** How many groups of pictures that are there twice were found last; `null` before any were looked for. */
  readonly duplicates: number | null
  /** Which pictures are shown. */
  readonly filter: Filter
  /** Pictures that are shown without the others, such as those of one mistake, by id; `null` for none. */
  readonly only: { readonly text: string; readonly ids: ReadonlySet<string> } | null
  readonly sort: Sort
  /** The label that `score` sorts by. */
  readonly scoreOf: string | null
  /** The picture that `likeness` sorts by. */
  readonly similarTo: string | null
  /** Words that `words` sorts by; `null` where there are none. */
  readonly search: Search | null
  /** What `unlikeness` sorts by; `null` for another order. */
  readonly good: GoodExamples | null
  /** The labels whose scores are drawn of a long list; one that is drawn in two places is here twice. */
  readonly histogramsOf: readonly string[]
  /** How the list stands by filter, order and answers, where that is not worked out at once. */
  readonly arranging: Arranging
  readonly queue: QueuePhase
  readonly moving: Moving
  readonly settings: Settings
  /** Only pictures that are decided, or only those that are not; `null` for both. */
  readonly decidedOnly: boolean | null
  /** Whether a classifier of the person's own learns from what they say of pictures: not before they want one. */
  readonly learns: boolean
  /** What the person has said of pictures, whether these are on the list or not. */
  readonly marks: readonly Mark[]
  /** What the person has said differs, however alike it looks. */
  readonly differing: readonly Differing[]
  /** `null` until two tags have examples. */
  readonly own: OwnHead | null
  /** A failure to learn from the newest marks; `null` when they are learned from or on their way. */
  readonly ownError: TaglensError | null
  /** What the classifier knew at earlier times, the newest last. */
  readonly ownVersions: readonly OwnVersion[]
  /** Which of the two answers while there is a classifier of the person's own. */
  readonly answersBy: 'words' | 'own'
  /** Answers of models or wordings that were kept to be set beside others, the newest last; for this visit. */
  readonly heldAnswers: readonly AnswerSheet[]
  /** What the answers of the words are set beside; `null` until the person compares. */
  readonly comparedWith: ComparedWith | null
  /** `null` where no link has set anything, or what it set was kept or taken back. */
  readonly linkVisit: LinkVisit | null
  readonly notices: readonly Notice[]
}
