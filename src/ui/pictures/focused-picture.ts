import type { AppState, Picture } from '../../state/app-state'

/** Where the one in focus was last: many ask at each change of the state, and there it is still. */
let place = -1

/** The picture that the ranking shows: the one in focus, or the only one. */
export const focusedPicture = ({ pictures, selection: { focusId } }: AppState): Picture | null => {
  if (focusId !== null && pictures[place]?.id !== focusId)
    place = pictures.findIndex(({ id }) => id === focusId)
  const focused = focusId === null ? undefined : pictures[place]
  return focused ?? (pictures.length === 1 ? (pictures[0] ?? null) : null)
}
