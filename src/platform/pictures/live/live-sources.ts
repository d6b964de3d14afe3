import { pick } from '../picked-files'
import { cameraOpener, windowOpener } from './cameras'
import { framesOf, openVideo } from './video-frames'

/** What can be looked at live on this device; fetched when it is first asked for. */
export const createLiveSources = () => ({
  openCamera: cameraOpener(),
  shareWindow: windowOpener(),
  pickVideo: () => pick({ accept: 'video/*', multiple: false, folder: false, capture: false }),
  framesOf,
  openVideo,
})
