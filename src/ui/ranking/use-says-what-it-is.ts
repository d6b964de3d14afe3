import { useAppState, useScreen } from '../context/ui-context'

/** Whether what says what pictures are is open: a person asked for it, has said something already, or has selected many. */
export const useSaysWhatItIs = (): boolean => {
  const teaching = useScreen((screen) => screen.teaching)
  const hasSaid = useAppState(({ marks, selection }) => marks.length > 0 || selection.ids.size > 1)
  return teaching || hasSaid
}
