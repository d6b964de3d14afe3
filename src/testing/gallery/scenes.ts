import { dialogScenes } from './dialog-scenes'
import { modelScenes } from './model-scenes'
import { pictureScenes } from './picture-scenes'
import type { Scene } from './scene'

/** Every scene of the gallery by its group. The test of accessibility looks at each. */
export const scenes: Readonly<Record<string, readonly Scene[]>> = {
  Pictures: pictureScenes,
  Models: modelScenes,
  Dialogs: dialogScenes,
}
