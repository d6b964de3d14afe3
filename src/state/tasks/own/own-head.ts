import type { Head } from '../../../core/tasks/own/head'
import type { Findings } from '../../../core/tasks/own/report/findings'
import type { Report } from '../../../core/tasks/own/report/report'
import type { Choice } from '../../../core/tasks/own/train'
import type { HeadMode } from '../../../core/tasks/own/training-set'
import type { GoodOnes } from '../../../core/desk/view/unlikeness'

/** A classifier of the person's own, as far as it is fitted. */
export interface OwnHead {
  /** Of the model whose vectors it reads. */
  readonly modelKey: string
  readonly mode: HeadMode
  readonly head: Head
  /** Ids of its classes, which are tags. */
  readonly classIds: readonly string[]
  /** Of these, those that have examples. */
  readonly learnedIds: readonly string[]
  /** How many it was fitted to. */
  readonly examples: number
  readonly choice: Choice | null
  /** What held-out examples say of the head that was judged last; `null` until one was. */
  readonly report: Report | null
  /** What they say of single pictures. */
  readonly findings: Findings | null
  /** The share of judging the newest that is done, 0 to 1; `null` when it is over. */
  readonly progress: number | null
}

/** Examples of one tag, as what is as it should be. */
export interface GoodExamples {
  readonly tagId: string
  /** How many there are with a vector of the model that answers. */
  readonly count: number
  /** Those of them that pictures are compared with; `null` where there are none. */
  readonly ones: GoodOnes | null
  /** How unlike them a picture is, by its numbers: `unlikenessTo` of them, whose code comes with them. */
  readonly unlikeness: (vector: Float32Array | null) => number
  /** What 19 of 20 of them stay below, each compared with the others; `null` while they are too few. */
  readonly usual: number | null
}
