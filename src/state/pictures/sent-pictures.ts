import type { StoreApi } from 'zustand/vanilla'
import type { SentPictures } from '../../platform/pictures/picture-inbox'
import type { SentActions, SiteState } from '../site/site'

/** Pictures that another app or site has sent wait here, in memory, until the person has answered. */
export const createSentPictures = (
  store: StoreApi<SiteState>,
  addPictures: (files: readonly File[]) => void,
): { readonly ask: (sent: SentPictures) => void; readonly actions: SentActions } => {
  let waiting: readonly File[] = []
  const discardSent = () => {
    waiting = []
    store.setState({ sent: { kind: 'none' } })
  }
  return {
    ask: ({ files, leftOut }) => {
      waiting = files
      if (files.length > 0) store.setState({ sent: { kind: 'asking', count: files.length, leftOut } })
      else if (leftOut > 0) store.setState({ sent: { kind: 'refused' } })
    },
    actions: {
      addSent: () => {
        addPictures(waiting)
        discardSent()
      },
      discardSent,
    },
  }
}
