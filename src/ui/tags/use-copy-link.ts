import { useApp, usePlatform, useScreenStore } from '../ui-context'

/** Puts a link on the clipboard that opens the page with the same tags, templates and scoring, and says so. */
export const useCopyLink = (): (() => Promise<void>) => {
  const { store } = useApp()
  const platform = usePlatform()
  const screen = useScreenStore()
  return async () => {
    const { shareQuery } = await import('../../state/share-link')
    const address = new URL(`?${shareQuery(store.getState())}`, document.baseURI).href
    const copied = await platform.copyText(address)
    screen.setState({ tagNote: ({ t }) => t(copied ? 'tags.linkCopied' : 'tags.linkNotCopied') })
  }
}
