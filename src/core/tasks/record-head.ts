import type { Milliseconds } from '../brands'
import type { LoadedModel } from '../model/loaded-model'

/** What a record says of its picture. */
export interface RecordedPicture {
  readonly id: string
  readonly name: string
  readonly sha256: string
  readonly width: number
  readonly height: number
  readonly time: Milliseconds
}

/** What every record begins with: which picture, and which model saw it. */
export interface RecordHead {
  readonly id: string
  readonly name: string
  /** Of the file's bytes, hex. */
  readonly sha256: string
  /** Of the decoded picture, upright. */
  readonly width: number
  readonly height: number
  readonly model: {
    readonly id: string
    readonly revision: string
    readonly dtype: string
    readonly device: string
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
  model: {
    id: model.id,
    revision: model.revision,
    dtype: model.dtype.vision,
    device: model.device,
    recipe: model.recipe.key,
    verified: model.selfCheck.kind === 'verified',
  },
})
