import type { AppState, Picture } from '../../state/app-state'

/** The picture that the ranking shows: the one in focus, or the only one. */
export const focusedPicture = ({ pictures, selection }: AppState): Picture | null =>
  pictures.find(({ id }) => id === selection.focusId) ??
  (pictures.length === 1 ? (pictures[0] ?? null) : null)
