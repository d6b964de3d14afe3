import { createLate } from '../../core/async/late'
import { useAttempt } from '../parts/use-attempt'
import { useApp, usePlatform, useScreenStore } from '../context/ui-context'

const shareLinks = createLate(() => import('../../state/tasks/late-tasks'))

/** Puts a link on the clipboard that opens the page with the same tags, templates and scoring, and says so. */
export const useCopyLink = (): (() => Promise<void>) => {
  const { store } = useApp()
  const platform = usePlatform()
  const screen = useScreenStore()
  const attempt = useAttempt()
  const copy = async () => {
    const { shareQuery } = await shareLinks.load()
    const address = new URL(`?${shareQuery(store.getState())}`, document.baseURI).href
    const copied = await platform.copyText(address)
    screen.setState({ tagNote: ({ t }) => t(copied ? 'tags.linkCopied' : 'tags.linkNotCopied') })
  }
  return () => attempt(copy)
}
