import type { PicturePhase } from '../../app-state'

/** Whether nothing answers of a picture since its file is not on this device: to read it again is no use. */
export const isElsewhere = (phase: PicturePhase): boolean =>
  phase.kind === 'failed' && phase.error.code === 'IMAGE_ELSEWHERE'
