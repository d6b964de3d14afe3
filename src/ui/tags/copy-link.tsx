import { Link } from 'lucide-react'
import { IconButton } from '../primitives/icon-button'
import { useWords } from '../ui-context'
import { useCopyLink } from './use-copy-link'

/** The button for a link to the present tags. */
export const CopyLink = () => {
  const { t } = useWords()
  const copy = useCopyLink()
  return <IconButton icon={Link} label={t('tags.copyLink')} onClick={() => void copy()} />
}
