import { CircleQuestionMark, Languages, MonitorDown, Plane, Search, ShieldCheck } from 'lucide-react'
import { ModelChip } from '../../model/chip/model-chip'
import { IconButton } from '../../primitives/icon-button'
import {
  useActions,
  useAppState,
  useScreenStore,
  useSite,
  useSiteState,
  useWords,
} from '../../context/ui-context'
import { Segmented } from '../../primitives/fields/segmented'
import { THEMES, useLanguageItems, useLookItems } from './look-menu-items'
import { MenuButton } from '../../primitives/menu/menu-button'
import { keyName } from '../../primitives/key-name'

/** Opens the command palette; looks like the field that it opens. A phone has no room for it, nor keys. */
const CommandsButton = () => {
  const words = useWords()
  const screen = useScreenStore()
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      aria-keyshortcuts="Control+K Meta+K"
      onClick={() => {
        screen.setState({ dialog: 'commands' })
      }}
      className="me-1 flex h-8 items-center gap-2 rounded-control border border-line bg-card px-2.5 text-13 text-muted transition-colors hover:border-control hover:text-text max-sm:hidden touch:h-11"
    >
      <Search size={16} strokeWidth={1.75} aria-hidden />
      <span className="max-lg:sr-only">{words.t('commands.open')}</span>
      <kbd aria-hidden className="font-sans text-12 max-lg:hidden lg:ps-6">
        {`${keyName(words, 'Ctrl')} K`}
      </kbd>
    </button>
  )
}

/** The languages of the page; on little room the themes stand in the same menu. */
const LanguageMenu = ({ withThemes }: { readonly withThemes: boolean }) => {
  const { t } = useWords()
  const label = t(withThemes ? 'shell.look' : 'shell.language')
  return (
    // Another hook gives the lines when the room changes.
    <MenuButton
      key={withThemes ? 'look' : 'language'}
      label={label}
      useItems={withThemes ? useLookItems : useLanguageItems}
    >
      <IconButton icon={Languages} label={label} />
    </MenuButton>
  )
}

/** Opens the privacy dialog; shows that the airplane switch is on. */
const PrivacyButton = () => {
  const { t } = useWords()
  const screen = useScreenStore()
  const airplane = useSiteState((state) => state.airplane)
  return (
    <IconButton
      icon={airplane ? Plane : ShieldCheck}
      label={airplane ? t('shell.privacyAirplane') : t('shell.privacy')}
      aria-haspopup="dialog"
      onClick={() => {
        screen.setState({ dialog: 'privacy' })
      }}
    />
  )
}

/** Light, dark, or whatever the system has. */
const ThemeSwitch = () => {
  const { t } = useWords()
  const { setTheme } = useActions()
  const theme = useAppState(({ settings }) => settings.theme)
  const choices = THEMES.map(({ value, icon }) => ({ value, label: t(`shell.themes.${value}`), icon }))
  return <Segmented label={t('shell.theme')} choices={choices} value={theme} onChange={setTheme} />
}

/** There only while the browser offers to install the app. */
const InstallButton = () => {
  const { t } = useWords()
  const { install } = useSite().actions
  const canInstall = useSiteState((state) => state.canInstall)
  return canInstall ? <IconButton icon={MonitorDown} label={t('shell.install')} onClick={install} /> : null
}

/** The mark: a viewfinder with ranked bars in it. */
const Mark = () => (
  <svg viewBox="0 0 32 32" width="22" height="22" aria-hidden className="shrink-0">
    <rect width="32" height="32" rx="8" className="fill-accent" />
    <g fill="none" strokeLinecap="round" className="stroke-on-accent">
      <path
        d="M7.5 11.5v-2a2 2 0 0 1 2-2h2M20.5 7.5h2a2 2 0 0 1 2 2v2M24.5 20.5v2a2 2 0 0 1-2 2h-2M11.5 24.5h-2a2 2 0 0 1-2-2v-2"
        strokeWidth="2"
      />
      <path d="M11 12h10M11 16h6.5M11 20h3" strokeWidth="2.6" />
    </g>
  </svg>
)

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
