import { type OwnRun, ownRunOf } from '../runtime/executor'
import type { Milliseconds } from '../brands'
import type { LoadedModel } from '../model/loaded-model'

/** What a record says of its picture. */
export interface RecordedPicture {
  readonly id: string
  readonly name: string
  readonly sha256: string
  readonly width: number
  readonly height: number
  /** Absent where it was decoded whole. */
  readonly reducedBy?: number
  readonly time: Milliseconds
}

/** What every record begins with: which picture, and which model saw it. */
export interface RecordHead {
  readonly id: string
  readonly name: string
  /** Of the file's bytes, hex. */
  readonly sha256: string
  /** Of the whole picture, upright. */
  readonly width: number
  readonly height: number
  /**
   * How many times smaller each side was decoded, before the recipe: only there where a picture was too large for the
   * exact way, or was read fast.
   */
  readonly reduced_by?: number
  /** Only there where all of a picture was looked at, in several crops if it is long (ADR 53). */
  readonly extent?: 'whole'
  readonly model: {
    readonly id: string
    readonly revision: string
    readonly dtype: string
    readonly device: string
    /** Only there where our own kernels see the pictures: then the numbers are theirs, and not of `dtype` alone. */
    readonly executor?: OwnRun['executor']
    readonly precision?: OwnRun['precision']
    readonly recipe: string
    readonly verified: boolean
  }
}

/** Builds the head of a record. */
export const toRecordHead = (picture: RecordedPicture, model: LoadedModel): RecordHead => ({
  id: picture.id,
  name: picture.name,
  sha256: picture.sha256,
  width: picture.width,
  height: picture.height,
  ...(picture.reducedBy !== undefined && picture.reducedBy > 1 && { reduced_by: picture.reducedBy }),
  ...(model.recipe.extent && { extent: model.recipe.extent }),
  model: {
    id: model.id,
    revision: model.revision,
    dtype: model.dtype.vision,
    device: model.device,
    ...ownRunOf(model),
    recipe: model.recipe.key,
    verified: model.selfCheck.kind === 'verified',
  },
})
