import type { Head } from '../core/tasks/own/head'
import type { Findings } from '../core/tasks/own/report/findings'
import type { Report } from '../core/tasks/own/report/report'
import type { Choice } from '../core/tasks/own/train'
import type { OwnVersion } from '../core/tasks/own/versions/versions'
import type { TrainingSet } from '../core/tasks/own/training-set'
import type { Outcome } from '../core/errors/outcome'

/** Examples as they cross to the worker, which groups them itself: `ids` are SHA-256s of pictures, each once. */
export interface Examples extends Omit<TrainingSet, 'groups'> {
  readonly ids: readonly string[]
  /** Of these, pictures that are in no group, however alike they look. */
  readonly apart?: readonly string[]
  /** For each example the name of what it was taken together with; empty for none. */
  readonly together?: readonly string[]
}

/** A head that the folds have judged. */
export interface JudgedHead {
  readonly head: Head
  readonly choice: Choice
  readonly report: Report
  readonly findings: Findings
}

/** What a person has said of a picture, as it outlives the visit. */
export interface KeptMark {
  /** SHA-256 of the picture's bytes. */
  readonly id: string
  readonly name: string
  /** Ids of tags. */
  readonly yes: readonly string[]
  readonly no: readonly string[]
  /** What a model has made of it; `null` where it was marked before it was encoded. */
  readonly encoded: { readonly modelKey: string; readonly embedding: Float32Array } | null
  readonly apart?: true
  readonly none?: true
  readonly group?: string
  readonly small?: Uint8Array<ArrayBuffer>
}

/** What a classifier knew at a time, as it outlives the visit. */
export interface KeptVersion extends Omit<OwnVersion, 'marks'> {
  readonly marks: readonly KeptMark[]
}

/** What the classifier's worker does: fits heads, judges them, and keeps what they are made of. */
export interface ClassifierApi {
  /** Fits a head at once by what the folds have chosen before; `null` where they have not chosen yet. */
  fit(examples: Examples, choice: Choice | null): Promise<Outcome<Head>>
  /** Chooses by held-out folds, fits, and judges. @param onProgress is told the share that is done, 0 to 1. */
  train(
    examples: Examples,
    signal: AbortSignal,
    onProgress: (share: number) => void,
  ): Promise<Outcome<JudgedHead>>
  /** What was kept; none where this browser keeps nothing. */
  recall(): Promise<Outcome<readonly KeptMark[]>>
  keep(put: readonly KeptMark[], removed: readonly string[]): Promise<Outcome<null>>
  /** The versions that were kept, the oldest first; none where this browser keeps nothing. */
  recallVersions(): Promise<Outcome<readonly KeptVersion[]>>
  /** Keeps these in place of those that were kept. */
  keepVersions(versions: readonly KeptVersion[]): Promise<Outcome<null>>
  /** Deletes all that was kept, versions and what is of other pages too. */
  forgetAll(): Promise<Outcome<null>>
}
