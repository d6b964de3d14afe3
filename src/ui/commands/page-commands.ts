import {
  Box,
  BoxSelect,
  CircleQuestionMark,
  Layers,
  MonitorDown,
  Moon,
  Plane,
  ShieldCheck,
} from 'lucide-react'
import { currentModel } from '../../state/current-model'
import { useActions, useAppState, useScreenStore, useSite, useSiteState } from '../ui-context'
import { words as shellWords } from '../shell/words'
import type { Command } from './command'
import { words } from './words'

const themes = ['system', 'light', 'dark'] as const

/** What can be done about the model. */
export const useModelCommands = (): readonly Command[] => {
  const { loadBuiltIn, unloadModel } = useActions()
  const screen = useScreenStore()
  const answering = useAppState(({ model }) => currentModel(model) !== null)
  const choose = {
    key: 'choose-model',
    label: words.chooseModel,
    icon: Box,
    chosen: null,
    onSelect: () => {
      screen.setState({ dialog: 'model' })
    },
  }
  const mini = { key: 'mini', label: words.builtIn, icon: Layers, chosen: null, onSelect: loadBuiltIn }
  const unload = { key: 'unload', label: words.unload, icon: BoxSelect, chosen: null, onSelect: unloadModel }
  return answering ? [choose, mini, unload] : [choose, mini]
}

/** What belongs to the whole page. */
export const usePageCommands = (): readonly Command[] => {
  const { setTheme } = useActions()
  const { install, setAirplane } = useSite().actions
  const screen = useScreenStore()
  const theme = useAppState(({ settings }) => settings.theme)
  const airplane = useSiteState((state) => state.airplane)
  const canInstall = useSiteState((state) => state.canInstall)
  const opening = (dialog: 'privacy' | 'keys') => () => {
    screen.setState({ dialog })
  }
  return [
    ...themes
      .filter((choice) => choice !== theme)
      .map((choice) => ({
        key: `theme ${choice}`,
        label: words.theme(shellWords.themes[choice]),
        icon: Moon,
        chosen: null,
        onSelect: () => setTheme(choice),
      })),
    { key: 'privacy', label: words.privacy, icon: ShieldCheck, chosen: null, onSelect: opening('privacy') },
    {
      key: 'airplane',
      label: airplane ? words.airplaneOff : words.airplaneOn,
      icon: Plane,
      chosen: null,
      onSelect: () => setAirplane(!airplane),
    },
    {
      key: 'keys',
      label: words.keys,
      icon: CircleQuestionMark,
      note: '?',
      chosen: null,
      onSelect: opening('keys'),
    },
    ...(canInstall
      ? [{ key: 'install', label: words.install, icon: MonitorDown, chosen: null, onSelect: install }]
      : []),
  ]
}
