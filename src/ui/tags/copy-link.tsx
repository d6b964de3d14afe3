import { Link } from 'lucide-react'
import { IconButton } from '../primitives/icon-button'
import { useApp, usePlatform, useScreenStore, useWords } from '../ui-context'

/** Puts a link on the clipboard that opens the page with the same tags, templates and scoring. */
export const CopyLink = () => {
  const { t } = useWords()
  const { store } = useApp()
  const platform = usePlatform()
  const screen = useScreenStore()
  const copy = async () => {
    const { shareQuery } = await import('../../state/share-link')
    const copied = await platform.copyText(new URL(`?${shareQuery(store.getState())}`, document.baseURI).href)
    screen.setState({ tagNote: ({ t: say }) => say(copied ? 'tags.linkCopied' : 'tags.linkNotCopied') })
  }
  return <IconButton icon={Link} label={t('tags.copyLink')} onClick={() => void copy()} />
}
