import type { Milliseconds } from '../brands'
import type { ModelTask } from '../tasks/model-task'
import type { EngineTask } from './engine-task'
import type { InputProblem } from './input-problem'
import type { ModelProblem } from './model-problem'

/**
 * Why a sound file of a format that can be read is not: a camera's raw file without a picture to look at, or a coding
 * that hardly anything writes (a fax in a TIFF).
 */
export type DecodeProblem = 'no-preview' | 'unusual'

/**
 * Everything that can go wrong, as data: the code is a contract that scripts read, the other fields are what
 * a message needs. Worded in one place, `state/messages/describe-error.ts`; never thrown across a boundary.
 */
export type TaglensError =
  /** The caller's input is not usable; `detail` says which part and what was expected. */
  | { readonly code: 'VALIDATION_ERROR'; readonly detail: string }
  /** As above, of what a person brought, so that it can be said in their language. */
  | { readonly code: 'VALIDATION_ERROR'; readonly problem: InputProblem }
  /** Work was asked for before a model was ready; `task` says so where one is ready that cannot do this. */
  | { readonly code: 'MODEL_NOT_LOADED'; readonly task?: ModelTask }
  /** The host has no such file. */
  | { readonly code: 'MODEL_NOT_FOUND'; readonly url: string }
  /** A file arrived, but is not what its name says (HTML in place of a model, broken JSON or ONNX). */
  | { readonly code: 'MODEL_CORRUPT'; readonly file: string; readonly detail: string }
  /** The files are sound, but of a family, layout or recipe that this app cannot run. */
  | { readonly code: 'UNSUPPORTED_MODEL'; readonly detail: string }
  /** As above, where it can be said in the person's language, with what would work instead. */
  | { readonly code: 'UNSUPPORTED_MODEL'; readonly problem: ModelProblem }
  /**
   * A host could not be reached or answered with an error. `status` is 0 where there was no answer, and `cause` says
   * whether it was the airplane switch that kept or cut the request, or the model is given only to those whom its
   * owner has let in. `retryAfter` is how long the host asks to wait, in milliseconds.
   */
  | {
      readonly code: 'NETWORK'
      readonly url: string
      readonly status: number
      readonly cause?: 'airplane' | 'gated'
      readonly retryAfter?: Milliseconds
    }
  /** `format` is what the first bytes say the file is, e.g. `HEIC`, or `unknown`. */
  | {
      readonly code: 'IMAGE_DECODE_FAILED'
      readonly name: string
      readonly format: string
      readonly problem?: DecodeProblem
    }
  /** Over the pixel limit by its own header; it was not decoded. */
  | {
      readonly code: 'IMAGE_TOO_LARGE'
      readonly name: string
      readonly width: number
      readonly height: number
      readonly limitMegapixels: number
      /** As a baseline JPEG it would be read, at a half of its size. */
      readonly progressive?: true
    }
  /** Another site's picture that this page may not read. */
  | { readonly code: 'IMAGE_FETCH_BLOCKED'; readonly url: string }
  /** The browser refused memory for `doing`. */
  | { readonly code: 'OUT_OF_MEMORY'; readonly doing: EngineTask }
  /** The disk takes no more. */
  | { readonly code: 'STORAGE_FULL' }
  /** The worker gave no answer within its deadline and was replaced. */
  | { readonly code: 'ENGINE_TIMEOUT'; readonly doing: EngineTask; readonly seconds: number }
  /** The worker ended by itself and was replaced. */
  | { readonly code: 'ENGINE_CRASHED'; readonly doing: EngineTask; readonly detail: string }
  /** The graphics device went away in the middle of work. */
  | { readonly code: 'GPU_LOST'; readonly detail: string }
  /** Outputs that no sound backend gives (NaN, zero length). */
  | { readonly code: 'WRONG_NUMBERS'; readonly detail: string }
  /** A part of the app itself could not be loaded. */
  | { readonly code: 'PART_NOT_LOADED'; readonly detail: string }
  /** Stopped on request; only where a caller needs an error and not an `Outcome`. */
  | { readonly code: 'CANCELLED' }
  /** A broken invariant of ours. */
  | { readonly code: 'UNEXPECTED'; readonly detail: string }

/** The code alone, for tables keyed by it. */
export type TaglensErrorCode = TaglensError['code']
