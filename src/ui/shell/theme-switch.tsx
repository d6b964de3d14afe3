import { Monitor, Moon, Sun } from 'lucide-react'
import { IconButton } from '../primitives/icon-button'
import { Segmented } from '../primitives/segmented'
import { useActions, useAppState, useWords } from '../ui-context'

const THEMES = [
  { value: 'system', icon: Monitor },
  { value: 'light', icon: Sun },
  { value: 'dark', icon: Moon },
] as const

/** Light, dark, or whatever the system has. On little room one button goes round the three. */
export const ThemeSwitch = ({ small }: { readonly small: boolean }) => {
  const { t } = useWords()
  const { setTheme } = useActions()
  const theme = useAppState(({ settings }) => settings.theme)
  if (!small) {
    const choices = THEMES.map(({ value, icon }) => ({ value, label: t(`shell.themes.${value}`), icon }))
    return <Segmented label={t('shell.theme')} choices={choices} value={theme} onChange={setTheme} />
  }
  const index = THEMES.findIndex(({ value }) => value === theme)
  const now = THEMES[index] ?? THEMES[0]
  const next = THEMES[(index + 1) % THEMES.length] ?? THEMES[0]
  return (
    <IconButton
      icon={now.icon}
      label={t(`shell.themesNow.${now.value}`)}
      onClick={() => {
        setTheme(next.value)
      }}
    />
  )
}
