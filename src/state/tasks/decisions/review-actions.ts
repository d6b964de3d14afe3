import type { Selection } from '../../app-state'
import type { MeasuredAgreement } from './measure-agreement'

/** A key, with what it was meant for: its code may have had to be fetched meanwhile. */
export interface ReviewKey {
  /** What was selected as it was pressed. */
  readonly selection: Selection
  /**
   * `1` to `9` say a tag, `Enter` accepts what the model says, `X` says none of these, `U` takes back what was said, `N` and
   * `P` go to the next or previous picture that is not decided.
   */
  readonly key: string
  /** Over one large picture, where a decision moves on; else it is about all that are selected. */
  readonly isLarge: boolean
  /** Says that it is not the tag, where there may be several. */
  readonly isNot: boolean
}

/** Deciding what pictures are, one after another. Each decision is one step that undo takes back. */
export interface ReviewActions {
  /** Does what a key of the review asks for; resolves when it is done. */
  press(key: ReviewKey): Promise<void>
  /**
   * Takes what the model says of pictures for what they are: its tags, or that none of them fits. One that has no answer,
   * or none that means anything, stays as it is.
   */
  accept(pictureIds: readonly string[]): Promise<void>
  /** Shows only pictures that are decided, or only those that are not; `null` shows both. */
  show(decidedOnly: boolean | null): void
  /** Shows what is not decided, the least sure first; or all again in the order of arrival. */
  review(begins: boolean): void
  /** How far the model agrees with what was decided; `null` where it reads no tags, or when it was given up. */
  agreement(signal: AbortSignal): Promise<MeasuredAgreement | null>
  /** Goes to the next picture, or the one before, that is not decided. */
  goTo(where: 'next' | 'previous'): void
}
