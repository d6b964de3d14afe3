import type { StartFinding } from '../core/incoming/finding'
import type { Extent } from '../core/pixels/crops/extent'
import type { Reading } from '../core/pixels/reduction'
import type { ScoreRange, Sort } from '../core/desk/view/view'
import type { Bytes } from '../core/brands'
import type { Language } from '../core/preferences/language'
import type { Late } from '../core/async/late'
import type { ModelTask } from '../core/tasks/model-task'
import type { LoadPlan } from '../core/model/load-plan'
import type { ModelChoice } from '../core/model/model-choice'
import type { LoadedModel } from '../core/model/loaded-model'
import type { ModelSource } from '../core/model/model-source'
import type { AnswerRules } from '../core/question/scoring/judge'
import type { Outcome } from '../core/errors/outcome'
import type { ComingFiles } from '../core/incoming/entry-paths'
import type { LandsOn } from '../core/incoming/sort-entries'
import type { TagSetChange } from '../core/tags/own-sets'
import type { TaglensError } from '../core/errors/taglens-error'
import type { CropView } from '../protocol/pixel-api'
import type { Sentence } from '../words/wording'
import type { Notice, Settings, Theme } from './app-state'
import type { ExportActions } from './exports/export-actions'
import type { Regions } from './pictures/regions/create-regions'
import type { Live } from './live/live'
import type { MeasureActions } from './model/measuring'
import type { Comparing } from './tasks/comparison/comparing'
import type { MarkActions } from './tasks/own/own-actions'
import type { SearchActions } from './pictures/search/search'
import type { Suggestions } from './pictures/suggestions/suggestions'
import type { Views } from './pictures/views/views'

/** What became of an edit of the tags, for the note under the field. */
export type TagChange =
  | { readonly kind: 'changed'; readonly added: readonly string[]; readonly duplicates: readonly string[] }
  | { readonly kind: 'refused'; readonly duplicate: string }
  | { readonly kind: 'unchanged' }

/** One line for all that the person does with tags, pictures and scoring. */
export interface HistoryActions {
  /** Takes back what was done last and says what it was. */
  undo(): void
  /** Does again what was undone last. */
  redo(): void
}

/** Edits of the tag list. Each is one step that undo takes back. */
export interface TagActions {
  /** Adds one tag or a whole pasted list. Web addresses in it are read as pictures: none is ever a tag. */
  addTags(text: string): TagChange
  /** Makes a picture of the list a tag: other pictures are ranked by how near they are to it. */
  addPictureTag(pictureId: string): void
  /** Makes pictures tags that are not in the list, in one step. */
  addPictureFileTags(files: readonly File[]): void
  editTag(id: string, text: string): TagChange
  /**
   * While a tag is being typed: scores as if `text` were the tag, without a step of history. Only the newest
   * text is embedded. `null` ends the preview.
   */
  previewTag(id: string, text: string | null): void
  removeTag(id: string): void
  moveTag(id: string, to: number): void
  replaceTags(texts: readonly string[]): void
  /** Gives a tag a threshold of its own, 0 to 1; `null` takes it away. A slider that moves is one step. */
  setTagThreshold(id: string, threshold: number | null): void
  /** Shows only pictures that have this tag, or none with `NONE_ID`; the same again, or `null`, shows all. */
  filterByTag(id: string | null): void
  /** Shows other pictures again than those that were asked for by themselves; filters stay. */
  endOnly(): void
  /** Shows what has this answer beside others, or no longer: as of `Filter.answers`. */
  toggleFilter(id: string): void
  /** Shows only what a label scores from `least` to `most`, 0 to 1; all of that shows every picture again. */
  filterByScore(range: ScoreRange): void
}

/** The person's own sets of tags. Taking one is `replaceTags`, which undo takes back. */
export interface TagSetActions {
  /** Looks again at what is kept: another tab may have changed it. */
  refreshTagSets(): void
  /** Keeps the present tags that are words under a name. */
  keepTagSet(name: string, replaces: boolean): TagSetChange
  renameTagSet(name: string, next: string): TagSetChange
  /** @returns puts it back, unless there is another of its name by then. */
  removeTagSet(name: string): () => void
}

/** Lists of pictures that outlive a visit. */
export interface KeptPictureActions {
  /** Looks again at what is kept: another tab may have changed it. */
  refresh(): Promise<void>
  /** Opens a list of an earlier visit: as this tab's own where it has no picture, else its pictures join the others. */
  open(setId: string): Promise<void>
  forget(setIds: readonly string[]): Promise<void>
  /** Opens a project of another machine or an earlier day as a list of its own; the present one stays. */
  openProject(file: File): Promise<void>
  /** Whether pictures are kept from here on. Where they are not, what was kept is forgotten. */
  keep(wanted: boolean): Promise<void>
}

/** How a click or a key changes the selection. */
export type SelectMode =
  /** Only this picture. */
  | 'only'
  /** This one too, or no longer. */
  | 'toggle'
  /** From the anchor to this one. */
  | 'range'

/** What of files that came in is not for the list of pictures. */
export interface TakenIn {
  /** They are a model: nothing was added. */
  readonly model: readonly File[] | null
  /** Lists of tags. */
  readonly lists: readonly File[]
  /** A video that came by itself, to be ranked live. */
  readonly video: File | null
}

/** What can be done with pictures. */
export interface PictureActions {
  /**
   * Adds pictures behind the others, in one step; they are encoded as soon as a model is ready. Returns their ids.
   * @param nameByFile names other than those of the files: paths in the folder that they came in.
   */
  addPictures(files: readonly Blob[], nameByFile?: ReadonlyMap<Blob, string>): readonly string[]
  /** Shows a search for files, once it takes a moment. Rejects where the part of the page that does so cannot be loaded. */
  readonly startFinding: StartFinding
  /** Runs what reads files or texts that come in. The app is not idle meanwhile. */
  whileReadingIn<T>(read: () => Promise<T>): Promise<T>
  /**
   * Takes in whatever came at once: pictures, folders, archives. What is neither picture nor tags is told in one line.
   * Rejects where the part of the page that does so cannot be loaded.
   */
  takeFiles(files: ComingFiles<File>, landsOn: LandsOn): Promise<TakenIn>
  /** Reads pictures from other sites, as far as these let it. A notice says what is read, and what cannot be. */
  takeAddresses(addresses: readonly string[], landsOn: LandsOn): void
  /** Shows the drawings of a first visit, unless there are pictures already. */
  addSamples(files: readonly Blob[]): void
  select(id: string, mode: SelectMode): void
  selectAll(): void
  /** Moves focus by `delta` places in the shown order. */
  moveFocus(delta: number, mode: SelectMode): void
  /** Takes pictures off the list (never from disk): one step, which a notice offers to take back. */
  removePictures(ids: readonly string[]): void
  retryPicture(id: string): void
  /** Puts back into the queue what was taken out of it. */
  encodeStopped(): void
  /** The ids on the screen, in order: they are encoded first. */
  setVisible(ids: readonly string[]): void
  /** `likeness` sorts by the picture in focus, `score` by a label. */
  setSort(sort: Sort, scoreOf?: string): void
  /** Has the scores of a label counted for a histogram. @returns ends it, when that is out of sight. */
  drawScoresOf(label: string): () => void
  /**
   * Reads the pictures of the list so from now on, at later visits too. What was read fast is read again where it is to
   * be exact.
   * @returns how many are read again, and what takes that back: what is not read yet stands as it was.
   */
  setReading(reading: Reading): { readonly again: number; readonly takeBack: () => void }
  /** Looks at so much of long pictures from now on; those of the list are encoded again. */
  setExtent(extent: Extent): void
  /** Puts pictures that failed back into the queue. */
  retryPictures(ids: ReadonlySet<string>): void
  pauseQueue(): void
  resumeQueue(): void
  /** Drops what is waiting from the queue; what is ready stays. */
  stopQueue(): void
  /** The exact pixels that the model saw of a picture. */
  viewCrop(id: string, signal: AbortSignal): Promise<Outcome<CropView>>
}

/** Loading models. */
export interface ModelActions {
  /** Loads at once, whatever it takes: for a model that is here, or whose size the person has agreed to. */
  loadModel(source: ModelSource, options?: Partial<Omit<ModelChoice, 'source'>>): Promise<void>
  /** Back to the model that ships with the app. */
  loadBuiltIn(): void
  /**
   * Asks what a model would take and waits for {@link ModelActions.confirmModel}; one that is here loads at once.
   * @param known what its host has just said, which is not asked again.
   */
  chooseModel(choice: ModelChoice, known?: LoadPlan): Promise<void>
  /**
   * The person has agreed to a download of `agreed` bytes by the press that this is: it begins, unless its host says that
   * it is more than that by a tenth. Then it waits as with {@link ModelActions.chooseModel}.
   */
  getModel(choice: ModelChoice, agreed: Bytes): Promise<void>
  /**
   * Loads another that answers until the one is here that is being loaded, or that was put off. What that comes to
   * changes nothing of it. `null` where none is on its way, or another is loaded so already.
   */
  loadBeside(choice: ModelChoice): Promise<Outcome<LoadedModel>> | null
  /** The person has taken note of the model that has come. */
  dismissArrival(): void
  /** Goes back to the model of this kind that was ready last; `false` where there was none. */
  returnToTask(task: ModelTask): Promise<boolean>
  /** The person agrees to the download that was planned. */
  confirmModel(): void
  /** Puts a download off; what has arrived is kept. */
  pauseLoading(): void
  resumeLoading(): void
  /** Before the airplane switch is turned off to go on: it no longer is what holds the download. */
  releaseLoading(): void
  /** Back to the model that answers. What has arrived of a download is kept. */
  cancelLoading(): void
  /** Does again what failed. */
  retryModel(): void
  /** Plans the model that answers again for the graphics card, although that did not work before. */
  retryGraphicsCard(): void
  /** Tries again to bring the text tower of a model that answers without it. */
  retryText(): void
  /** Ends the engine and frees its memory; tags and pictures stay. */
  unloadModel(): void
  /** Sets where models of the hub come from; `false`, and nothing is set, where that is no web address. */
  setModelHost(address: string): boolean
  /** Pictures a second, from the newest that were encoded; `null` while there are too few to say. */
  pictureSpeed(): number | null
}

/** The models on this device. */
export interface StoredModelActions {
  /** Looks again at what is stored, how much room there is, and what it can run on. */
  refreshModels(): Promise<void>
  /** Takes a model or a begun download off this device. It cannot be undone. */
  removeModel(key: string): Promise<void>
  /** Keeps a model of the person's own files and loads it. */
  importModel(files: readonly File[]): Promise<void>
  /** The model as one file; `null` where that was stopped or failed, which the state tells. */
  exportModel(key: string): Promise<Blob | null>
  /** Asks a stored model's host for a newer commit, and what it would take; the person agrees to it or not. */
  askForNewer(key: string): Promise<void>
  stopTransfer(): void
  /** Asks the browser never to clear the models by itself. */
  keepModels(): Promise<void>
}

/** What a link has set for this visit. */
export interface LinkActions {
  /** Makes it the person's own. */
  keepLinked(): void
  /** Takes back all of it, edits of it too, as one step. */
  leaveLink(): void
}

/** The rest. */
export interface PageActions {
  setTheme(theme: Theme): void
  /** How cards of the grid look from now on; what is not given stays. */
  setCards(cards: Partial<Pick<Settings, 'cardSize' | 'namesShown'>>): void
  /** Keeps the scores behind a ranking in sight, or folded away. */
  showScores(shown: boolean): void
  /** Speaks this language from now on; `null` follows the browser. */
  setLanguage(language: Language | null): void
  setTemplate(template: string): void
  setTemperature(temperature: number): void
  /** Changes when a tag is taken for true; what is not given stays. */
  setRules(change: Partial<AnswerRules>): void
  dismissNotice(id: string): void
  /** Says in a passing notice what became of something that has no place of its own. */
  tell(text: Sentence, more?: Partial<Pick<Notice, 'action' | 'stays' | 'holds'>>): void
  /** Says what went wrong with something that was asked for, and offers to do it again. */
  showProblem(error: TaglensError, again: () => void, about?: string): void
  /** Takes away the problem of something that has gone well since. */
  settled(about: string): void
}

/** Everything that the interface may do. */
export interface AppActions
  extends
    HistoryActions,
    TagActions,
    PictureActions,
    ModelActions,
    StoredModelActions,
    PageActions,
    LinkActions {
  /** What can be done with the person's own sets of tags. */
  readonly ownTagSets: Late<TagSetActions>
  /** Ranks a camera, a window or a video as it runs. */
  readonly live: Late<Live>
  readonly keptPictures: Late<KeptPictureActions>
  /** Orders pictures by words; fetched when the field for them is opened. */
  readonly searching: Late<SearchActions>
  /** Results as files. */
  readonly exporting: Late<ExportActions>
  /** A classifier of the person's own; fetched with the first mark. */
  readonly marking: Late<MarkActions>
  /** Sets answers beside others. */
  readonly comparing: Late<Comparing>
  /** Other ways to look at many pictures; fetched with the first of them. */
  readonly viewing: Late<Views>
  /** Suggests tags; fetched when they are first wanted. */
  readonly suggesting: Late<Suggestions>
  /** Tells what an answer hangs on. */
  readonly why: Late<Regions>
  /** Fetched when it is first asked for. */
  readonly measuring: Late<MeasureActions>
}
