import type { Milliseconds } from '../brands'
import type { ModelTask } from '../tasks/model-task'

/** What the engine may be doing, as its errors carry it; `state/messages/describe-task.ts` words it. */
export type EngineTask =
  /** A file, until it is known to be a picture and is one. */
  | { readonly reading: string }
  | 'encoding pictures'
  | 'encoding prompts'
  | 'resizing a picture'
  | 'loading the model'
  | 'checking the model'
  | 'opening the model'
  | 'downloading a model'
  | 'asking for a model'
  | 'listing models'
  | 'deleting a model'
  | 'keeping files'
  | 'arranging pictures'
  | 'training'
  | 'packing a model'
  /** A fault that a test has asked for. */
  | 'failing on demand'

/** As developers read it, in details of errors. English, and without the name of any file. */
export const nameTask = (task: EngineTask): string => (typeof task === 'string' ? task : 'reading a file')

/** What is wrong with something that a person brought: a list, a link, a picture's address, a model's files. */
export type InputProblem =
  | { readonly kind: 'list-too-large' | 'list-no-json' | 'list-no-text' | 'list-tag-too-long' }
  | { readonly kind: 'link-mode' | 'link-url' | 'link-labels-too-long' | 'link-labels-empty' }
  | { readonly kind: 'link-templates-too-long' | 'link-answer' | 'link-margin' | 'link-temperature' }
  | { readonly kind: 'picture-gone' | 'no-files' | 'folder-too-full' }
  | {
      readonly kind: 'list-too-many' | 'link-too-many-labels' | 'link-label-too-long'
      readonly most: number
    }
  /** `parameter` is its name in the link. */
  | { readonly kind: 'link-model'; readonly parameter: string }
  | { readonly kind: 'picture-too-big'; readonly url: string; readonly megabytes: number }
  | { readonly kind: 'no-picture-address'; readonly url: string }
  | {
      readonly kind:
        | 'pack-encrypted'
        | 'pack-too-full'
        | 'pack-grows'
        | 'pack-hostile'
        | 'path-hostile'
        | 'pack-twice'
        | 'manifest-too-long'
        | 'manifest-unreadable'
        | 'archive-damaged'
        | 'archive-too-full'
        | 'project-newer'
        | 'project-too-large'
        | 'project-damaged'
      readonly path: string
    }

/** Why a model cannot run here, as far as its listing and the files that describe it tell. */
export type ModelProblem =
  /** Both towers are in one graph, which would run the text tower for every picture. */
  | { readonly kind: 'joint-graph' }
  /** It names labels of its own, and has the graphs of a model for tags. */
  | { readonly kind: 'classifier-towers' }
  /** Lists of the precisions that a graph was looked for in, and that it is there in. */
  | { readonly kind: 'other-precision'; readonly wanted: string; readonly has: string }
  /** `path` names the file, or the folders of models that lie side by side. */
  | { readonly kind: 'file-missing' | 'weights-missing' | 'several-models'; readonly path: string }
  /** It is of a family that is not known here. */
  | { readonly kind: 'unknown-family'; readonly family: string }

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
  /** Its file is on another machine, from which a project came, and what answers now has not seen it there. */
  | { readonly code: 'IMAGE_ELSEWHERE' }
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
