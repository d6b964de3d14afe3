import { createClassPaths } from '../safe-name'
import { folderOf } from '../shapes/class-folders'
import type { LabelledPicture } from '../shapes/labelled-picture'
import type { MoveRecord } from './move-records'

/** A picture that is to go into a folder. */
export interface PictureToMove {
  readonly labelled: LabelledPicture
  /** Where it lies; `null` where the page knows no folder of it. */
  readonly from: MoveRecord['from']
}

/** What would be done, before anything is. */
export interface MovePlan {
  readonly records: readonly Omit<MoveRecord, 'job'>[]
  /** How many pictures go into each folder, in the order of the first of each. */
  readonly folders: ReadonlyMap<string, number>
  /** Pictures that a move can only copy. */
  readonly copiedOnly: number
}

/** Decides where each picture goes: names are such that every common file system takes them, and none is given twice. */
export const planMoves = (pictures: Iterable<PictureToMove>): MovePlan => {
  const pathOf = createClassPaths()
  const folders = new Map<string, number>()
  const records: Omit<MoveRecord, 'job'>[] = []
  let copiedOnly = 0
  for (const { labelled, from } of pictures) {
    const [folder = '', name = ''] = pathOf(folderOf(labelled), labelled.path).split('/')
    folders.set(folder, (folders.get(folder) ?? 0) + 1)
    if (from === null) copiedOnly += 1
    records.push({
      ...{ n: records.length, picture: labelled.path, from, to: { folder, name } },
      ...{ sha256: labelled.sha256, state: 'planned' },
    })
  }
  return { records, folders, copiedOnly }
}
