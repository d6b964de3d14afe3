import { use } from 'react'
import type { Picture } from '../../../state/app-state'
import type { Views } from '../../../state/pictures/views/views'
import { useActions, useApp, useAppState } from '../../context/ui-context'

/** What looks at the list; it is here before any view is shown. */
export const useViews = (): Views => use(useActions().viewing.held())

/** The picture of a row, as it is now; `undefined` of one that has left the list. */
export const usePictureOfRow = (row: number): Picture | undefined => {
  const { selectors } = useApp()
  return useAppState(({ pictures }) => selectors.rows.pictureAt(pictures, row))
}
