import { about } from '../../words/en/about'
import {
  CircleQuestionMark,
  Info,
  Languages,
  MonitorDown,
  Plane,
  Redo2,
  ShieldCheck,
  Undo2,
} from 'lucide-react'
import { describeStep } from '../../state/history/describe-step'
import type { WorkStep } from '../../state/app-state'
import {
  useActions,
  useAppState,
  useScreenStore,
  useSite,
  useSiteState,
  useWordsWith,
} from '../context/ui-context'
import { THEMES, useLanguageItems } from '../shell/top-bar/look-menu-items'
import { type Command, usePaletteWords } from './command'

/** Undo and redo, with what they would do. */
export const useHistoryCommands = (): readonly Command[] => {
  const words = usePaletteWords()
  const { undo, redo } = useActions()
  const last = useAppState(({ history }) => history.past.at(-1))
  const next = useAppState(({ history }) => history.future.at(-1))
  const line = (step: WorkStep, key: 'undo' | 'redo', icon: typeof Undo2, onSelect: () => void): Command => ({
    key,
    label: words.t(`history.${key}Step`, { step: describeStep(words, step.label) }),
    icon,
    chosen: null,
    onSelect,
  })
  return [
    ...(last ? [line(last, 'undo', Undo2, undo)] : []),
    ...(next ? [line(next, 'redo', Redo2, redo)] : []),
  ]
}

/** What belongs to the whole page. */
export const usePageCommands = (): readonly Command[] => {
  const { t } = usePaletteWords()
  const aboutWords = useWordsWith(about)
  const { setTheme } = useActions()
  const { install, setAirplane } = useSite().actions
  const screen = useScreenStore()
  const theme = useAppState(({ settings }) => settings.theme)
  const languages = useLanguageItems()
  const airplane = useSiteState((state) => state.airplane)
  const canInstall = useSiteState((state) => state.canInstall)
  const opening = (dialog: 'about' | 'privacy' | 'keys') => () => {
    screen.setState({ dialog })
  }
  return [
    ...THEMES.filter(({ value }) => value !== theme).map(({ value, icon }) => ({
      key: `theme ${value}`,
      label: t('commands.theme', { theme: t(`shell.themes.${value}`) }),
      icon,
      chosen: null,
      onSelect: () => setTheme(value),
    })),
    ...languages
      .filter(({ chosen }) => !chosen)
      .map((item) => ({
        ...item,
        key: `language ${item.key}`,
        label: t('commands.language', { language: item.label }),
        icon: Languages,
      })),
    {
      key: 'privacy',
      label: t('commands.privacy'),
      icon: ShieldCheck,
      chosen: null,
      onSelect: opening('privacy'),
    },
    {
      key: 'airplane',
      label: airplane ? t('commands.airplaneOff') : t('commands.airplaneOn'),
      icon: Plane,
      chosen: null,
      onSelect: () => void setAirplane(!airplane),
    },
    {
      key: 'keys',
      label: t('commands.keys'),
      icon: CircleQuestionMark,
      note: '?',
      chosen: null,
      onSelect: opening('keys'),
    },
    {
      key: 'about',
      label: aboutWords.t('about.title'),
      icon: Info,
      chosen: null,
      onSelect: opening('about'),
    },
    {
      key: 'install',
      label: canInstall ? t('shell.install') : t('commands.howToInstall'),
      icon: MonitorDown,
      chosen: null,
      onSelect: canInstall ? install : opening('about'),
    },
  ]
}
