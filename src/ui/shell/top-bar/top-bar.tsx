import { CircleQuestionMark } from 'lucide-react'
import { ModelChip } from '../../model/chip/model-chip'
import { IconButton } from '../../primitives/icon-button'
import { useScreenStore, useWords } from '../../ui-context'
import { Mark } from './mark'
import { CommandsButton } from './commands-button'
import { InstallButton } from './install-button'
import { LanguageMenu } from './language-menu'
import { PrivacyButton } from './privacy-button'
import { ThemeSwitch } from './theme-switch'

/** Name, model, and what belongs to the whole page. */
export const TopBar = ({ narrow }: { readonly narrow: boolean }) => {
  const { t } = useWords()
  const screen = useScreenStore()
  return (
    <header className="flex h-12 shrink-0 items-center gap-3 max-sm:gap-2 border-b border-line bg-panel pe-2 ps-3 touch:h-14">
      <h1 className="flex items-center gap-2 text-14 font-semibold tracking-[-0.01em]">
        <Mark />
        <span className="max-sm:sr-only">{t('shell.name')}</span>
      </h1>
      <ModelChip />
      <div className="ms-auto flex shrink-0 items-center gap-1">
        <CommandsButton />
        <InstallButton />
        <PrivacyButton />
        {narrow ? null : <ThemeSwitch />}
        <LanguageMenu withThemes={narrow} />
        <IconButton
          icon={CircleQuestionMark}
          label={t('shell.keys')}
          keys="?"
          aria-haspopup="dialog"
          className="max-sm:hidden"
          onClick={() => {
            screen.setState({ dialog: 'keys' })
          }}
        />
      </div>
    </header>
  )
}
