import { Link } from 'lucide-react'
import { toLinkQuery } from '../../core/links/app-link'
import { readTemplates } from '../../core/prompts/tag-prompts'
import { currentModel } from '../../state/current-model'
import { IconButton } from '../primitives/icon-button'
import { useApp, usePlatform, useScreenStore, useWords } from '../ui-context'

/** Puts a link on the clipboard that opens the page with the same tags, templates and scoring. */
export const CopyLink = () => {
  const { t } = useWords()
  const { store } = useApp()
  const platform = usePlatform()
  const screen = useScreenStore()
  const copy = async () => {
    const { tags, settings, model } = store.getState()
    const id = currentModel(model)?.id ?? ''
    const query = toLinkQuery({
      labels: tags.present.filter(({ picture }) => picture === null).map(({ text }) => text),
      templates: readTemplates(settings.template),
      temperature: settings.temperature,
      rules: settings.rules,
      clipModel: id.includes('/') ? id : null,
    })
    const copied = await platform.copyText(new URL(`?${query}`, document.baseURI).href)
    screen.setState({ tagNote: (words) => words.t(copied ? 'tags.linkCopied' : 'tags.linkNotCopied') })
  }
  return <IconButton icon={Link} label={t('tags.copyLink')} onClick={() => void copy()} />
}
