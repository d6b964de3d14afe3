import type { AppState } from '../../state/app-state'

/** Whether the person has no picture of their own on the list: it is empty, or holds the first visit's drawings. */
export const hasNoneOfOwn = ({ pictures }: AppState): boolean => pictures.every(({ isSample }) => isSample)
