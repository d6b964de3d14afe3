import { lateComponent } from '../../parts/late-component'

/** The list of several pictures. */
export const PictureList = lateComponent(async () => (await import('./picture-list')).PictureList)
