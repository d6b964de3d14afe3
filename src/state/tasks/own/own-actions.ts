import type { Outcome } from '../../../core/errors/outcome'
import type { AppState } from '../../app-state'
import type { ReviewActions } from '../decisions/review-actions'

/** What can be done with files of classifiers. */
export interface OwnFileActions {
  /**
   * Saves the classifier that answers: whole as `.taglens`, its head alone as one, both of which are opened again, or the
   * head for other programs. Nothing where there is none.
   * @param making has what the examples look like and are called go into a whole file; it is told the share of these that is
   *   drawn, 0 to 1, and once it is aborted nothing is saved.
   */
  save(
    kind: 'taglens' | 'head' | 'onnx' | 'python' | 'javascript',
    download: (file: Blob, name: string) => void,
    making?: { readonly signal: AbortSignal; readonly onProgress: (share: number) => void },
  ): Promise<void>
  /** About what pictures would add to a whole file: of how many examples there can be one, and their bytes in all. */
  weighSmall(): Promise<{ readonly count: number; readonly bytes: number }>
  /**
   * Puts a `.taglens` file's tags and examples in place of the tags that are here, as one step. What cannot be opened is
   * told; one of another model only after the person agrees, without its vectors. A head alone answers for the visit, and is
   * of no use to another model.
   */
  open(file: File): Promise<void>
}

/**
 * Saying of pictures what they are: decisions, and examples for a classifier of the person's own once they want one. Each
 * is one step that undo takes back.
 */
export interface MarkActions {
  /**
   * Says of pictures that a tag is true of them, or is not; said of all of them already, it is taken back. With one label
   * only what is true teaches: what is not takes that back and no more.
   */
  mark(pictureIds: readonly string[], tagId: string, says: 'yes' | 'no'): void
  /** Says that none of the tags is true of them, which is a decision too; with one label it teaches nothing. */
  markNone(pictureIds: readonly string[]): void
  /**
   * Says of pictures by id which labels are true of them, as one step once all have been read: labels become tags, in place
   * of others where nothing has been said yet.
   */
  markAs(labelsById: ReadonlyMap<string, readonly string[]>): Promise<void>
  /**
   * Says of pictures that were taken together, such as in one hold of the camera, that a tag is true of them, once all
   * have been read. That they came and what they are is one step, where nothing was done in between.
   */
  markHeld(pictureIds: readonly string[], tagId: string): Promise<void>
  /** Says of marked pictures that look the same, by SHA-256, that each is one of its own. */
  setApart(sha256s: readonly string[]): void
  unmark(pictureIds: readonly string[]): void
  /** Begins to learn from what is said of pictures, and to answer by that. */
  learn(): void
  answerBy(what: AppState['answersBy']): void
  readonly files: OwnFileActions
  /** Puts pictures first that are least like the examples of a tag; it ends with another order. */
  sortByUnlike(tagId: string): void
  readonly review: ReviewActions
  /** Puts back what the classifier knew in a version of `ownVersions`, as one step. */
  restore(versionId: string): void
  /**
   * Keeps the classifier as it is now under a name, by which a link opens it and programs ask it.
   * @returns the name as it is kept; `null` where it is none, or the classifier has not been judged yet.
   */
  keepNamed(text: string): string | null
  removeName(name: string): void
  /** Shows pictures without the others, by SHA-256, under a text that says what they are. */
  showOnly(sha256s: readonly string[], text: string): void
  /** Learns again where that has failed. */
  retry(): void
  /**
   * Forgets what is kept of pictures, by SHA-256, or of all. What was said of pictures on the page holds until it is left;
   * of others it is gone, and no step of the history.
   */
  forget(sha256s: readonly string[] | 'all'): Promise<Outcome<null>>
}
