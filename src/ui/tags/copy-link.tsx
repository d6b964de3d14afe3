import { Link } from 'lucide-react'
import { IconButton } from '../primitives/icon-button'
import { useApp, usePlatform, useScreenStore } from '../ui-context'
import { words } from './words'

/** Puts a link on the clipboard that opens the page with the same tags, templates and scoring. */
export const CopyLink = () => {
  const { store } = useApp()
  const platform = usePlatform()
  const screen = useScreenStore()
  const copy = async () => {
    const { shareQuery } = await import('../../state/share-link')
    const copied = await platform.copyText(new URL(`?${shareQuery(store.getState())}`, document.baseURI).href)
    screen.setState({ tagNote: copied ? words.linkCopied : words.linkNotCopied })
  }
  return <IconButton icon={Link} label={words.copyLink} onClick={() => void copy()} />
}
