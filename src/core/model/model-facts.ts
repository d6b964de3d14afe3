import type { Bytes, Milliseconds } from '../brands'
import type { Recipe } from '../pixels/recipe'
import type { Demotion } from '../runtime/demotion'
import type { ExecutorFacts } from '../runtime/executor'
import type { Device, Dtype } from '../runtime/runtime'
import type { SelfCheck } from '../runtime/self-check/judge-probe'

/** Mini's scope as its file has it. */
const DRAWINGS = 'drawings only'

/** Whether a model says of itself that it knows drawings only, as Mini does. */
export const knowsDrawingsOnly = ({ scope }: Pick<ModelFacts, 'scope'>): boolean => scope === DRAWINGS

/** What is known of any model that is loaded and has run once. */
export interface ModelFacts {
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
  /** Precision of the graph that sees pictures and, where there is one, of that which reads prompts. */
  readonly dtype: { readonly vision: Dtype; readonly text?: Dtype }
  readonly threads: number
  /** Where our own kernels were asked for; absent where ONNX Runtime runs it unasked. */
  readonly executor?: ExecutorFacts
  /** Workers that encode pictures side by side. */
  readonly workers: number
  readonly recipe: Recipe
  readonly size: Bytes
  /** Of the graph that sees pictures alone: what each further worker takes. */
  readonly visionSize: Bytes
  readonly loadTime: Milliseconds
  /** What comparing its numbers with known ones has shown, on the device that it runs on. */
  readonly selfCheck: SelfCheck
  /** The best rung that was tried and given up for the present one; `null` where none was. */
  readonly demotedFrom: Demotion | null
  /** Whether its files are on this device for the next visit too; `false` where there was no room, or nothing is kept. */
  readonly kept: boolean
}
