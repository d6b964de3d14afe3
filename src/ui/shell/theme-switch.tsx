import { Monitor, Moon, Sun } from 'lucide-react'
import { IconButton } from '../primitives/icon-button'
import { Segmented } from '../primitives/segmented'
import { useActions, useAppState } from '../ui-context'
import { words } from './words'

const choices = [
  { value: 'system', label: words.themes.system, icon: Monitor },
  { value: 'light', label: words.themes.light, icon: Sun },
  { value: 'dark', label: words.themes.dark, icon: Moon },
] as const

/** Light, dark, or whatever the system has. On little room one button goes round the three. */
export const ThemeSwitch = ({ small }: { readonly small: boolean }) => {
  const { setTheme } = useActions()
  const theme = useAppState(({ settings }) => settings.theme)
  if (!small) return <Segmented label={words.theme} choices={choices} value={theme} onChange={setTheme} />
  const index = choices.findIndex(({ value }) => value === theme)
  const now = choices[index] ?? choices[0]
  const next = choices[(index + 1) % choices.length] ?? choices[0]
  return (
    <IconButton
      icon={now.icon}
      label={words.themeNow(now.label)}
      onClick={() => {
        setTheme(next.value)
      }}
    />
  )
}
