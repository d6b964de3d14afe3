import type { Bytes, Milliseconds } from '../brands'
import type { ClassOffset } from '../tasks/fixed-labels/imagenet/class-layout'
import type { Recipe } from '../pixels/recipe'
import type { Demotion } from '../runtime/demotion'
import type { Device, Dtype } from '../runtime/runtime'
import type { Activation } from '../question/scoring/ranking'
import type { SelfCheck } from './self-check'

/** What is known of any model that is loaded and has run once. */
interface ModelFacts {
  /** Identifies weights, precision and recipe: part of every cache key. */
  readonly key: string
  /** Hub id, the last part of the base URL, or `file:` and the name of files that the person brought. */
  readonly id: string
  /** What people read: `CLIP ViT-B/32`, `Mini`. */
  readonly name: string
  /** What it is for, where the model says so itself (`drawings only`). Empty otherwise. */
  readonly scope: string
  readonly revision: string
  readonly device: Device
  /** Precision of the graph that sees pictures. */
  readonly dtype: { readonly vision: Dtype }
  readonly threads: number
  /** Workers that encode pictures side by side. */
  readonly workers: number
  readonly recipe: Recipe
  readonly size: Bytes
  readonly loadTime: Milliseconds
  /** What comparing its numbers with known ones has shown, on the device that it runs on. */
  readonly selfCheck: SelfCheck
  /** The best rung that was tried and given up for the present one; `null` where none was. */
  readonly demotedFrom: Demotion | null
  /** Whether its files are on this device for the next visit too; `false` where there was no room, or nothing is kept. */
  readonly kept: boolean
}

/** Two towers: compares a picture with whatever tags somebody thinks of. */
export interface ZeroShotModel extends ModelFacts {
  readonly task: 'zero-shot'
  /** Precision of the vision tower and of the text tower. */
  readonly dtype: { readonly vision: Dtype; readonly text: Dtype }
  /** Length of its embeddings. */
  readonly dimension: number
  readonly logitScale: number
  /** Added to every logit; 0 for CLIP and MobileCLIP, about -10 for SigLIP. */
  readonly logitBias: number
  /** Whether scale and bias are its own; see `Scoring.calibrated`. */
  readonly calibrated: boolean
  /** How its logits become probabilities. */
  readonly activation: Activation
  /** Longest prompt in tokens, specials included; what is over is cut. */
  readonly maxTokens: number
}

/** A classifier: knows the labels that it was trained on, and no others. */
export interface FixedLabelModel extends ModelFacts {
  readonly task: 'fixed-labels'
  /** In the order of its output. */
  readonly labels: readonly string[]
  /** Where ImageNet's classes begin among its labels; `null` where they are others. */
  readonly imagenet: ClassOffset | null
}

/** A model that is loaded and has run once. Plain data: it crosses to the page and into every record. */
export type LoadedModel = ZeroShotModel | FixedLabelModel

/** What a model is asked. */
export type ModelTask = LoadedModel['task']

/** What a load is about at the moment. */
export type LoadStage =
  /** Asking the host what there is. */
  | 'asking'
  /** Another tab downloads the same model; this one takes it when it is there. */
  | 'waiting'
  | 'downloading'
  /** Comparing what arrived with its SHA-256. */
  | 'checking'
  /** Opening sessions, compiling, checking the numbers. */
  | 'opening'

/** How far a load is. Bytes are of all files together: `loaded` never falls, `total` is `null` while unknown. */
export interface LoadProgress {
  readonly stage: LoadStage
  readonly loaded: Bytes
  readonly total: Bytes | null
}
