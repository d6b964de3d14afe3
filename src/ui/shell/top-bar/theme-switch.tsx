import { Segmented } from '../../primitives/fields/segmented'
import { useActions, useAppState, useWords } from '../../ui-context'
import { THEMES } from './look-menu-items'

/** Light, dark, or whatever the system has. */
export const ThemeSwitch = () => {
  const { t } = useWords()
  const { setTheme } = useActions()
  const theme = useAppState(({ settings }) => settings.theme)
  const choices = THEMES.map(({ value, icon }) => ({ value, label: t(`shell.themes.${value}`), icon }))
  return <Segmented label={t('shell.theme')} choices={choices} value={theme} onChange={setTheme} />
}
