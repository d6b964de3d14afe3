import { Monitor, Moon, Sun } from 'lucide-react'
import { LANGUAGES, type Language } from '../../../core/preferences/language'
import type { MenuItem } from '../../primitives/menu/menu-items'
import { useActions, useAppState, useWords } from '../../context/ui-context'

/** Light, dark, or whatever the system has, with the icon of each. */
export const THEMES = [
  { value: 'system', icon: Monitor },
  { value: 'light', icon: Sun },
  { value: 'dark', icon: Moon },
] as const

/** Each language by the name that its readers know it by. */
const names: Readonly<Record<Language, string>> = { en: 'English', es: 'Español', ar: 'العربية' }

/** The languages as lines of a menu, the browser's own choice first. */
export const useLanguageItems = (): readonly MenuItem[] => {
  const { t } = useWords()
  const { setLanguage } = useActions()
  const language = useAppState(({ settings }) => settings.language)
  return [
    {
      key: 'auto',
      label: t('shell.languageAuto'),
      chosen: language === null,
      onSelect: () => setLanguage(null),
    },
    ...LANGUAGES.map((value) => ({
      key: value,
      label: names[value],
      lang: value,
      chosen: language === value,
      onSelect: () => setLanguage(value),
    })),
  ]
}

/** Themes and languages in one menu, where there is no room for two. */
export const useLookItems = (): readonly MenuItem[] => {
  const { t } = useWords()
  const { setTheme } = useActions()
  const theme = useAppState(({ settings }) => settings.theme)
  const themes = THEMES.map(({ value, icon }) => ({
    key: value,
    label: t(`shell.themes.${value}`),
    icon,
    chosen: theme === value,
    onSelect: () => setTheme(value),
  }))
  return [...themes, ...useLanguageItems()]
}
