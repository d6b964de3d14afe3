import { Box, BoxSelect, FileCode, Gauge, Layers, RefreshCw, Replace } from 'lucide-react'
import { choiceOf } from '../../core/model/model-choice'
import { hubSource, modelNames } from '../../core/model/catalogue/model-names'
import { type ModelSource, sourceKey } from '../../core/model/model-source'
import { mayBeRenewed } from '../../core/model/stored/begun-download'
import { answeringModel, currentModel, wordModel } from '../../state/model/current-model'
import { MODEL_TASKS } from '../../core/tasks/model-task'
import { taskViews } from '../tasks/task-views'
import { useShownTask } from '../tasks/use-shown-task'
import { nameOfSource } from '../model/texts/model-name'
import { useSaveResults } from '../pictures/use-save-results'
import { useWidth } from '../primitives/use-media'
import { useActions, useAppState, useScreenStore } from '../context/ui-context'
import { type Command, usePaletteWords } from './command'
import { useModelWords } from '../model/texts/use-model-words'

/** The models that can be named: those that are offered, and those on this device; not the one that answers. */
const useNamedModels = (): readonly Command[] => {
  const { t } = usePaletteWords()
  const { chooseModel } = useActions()
  const screen = useScreenStore()
  const host = useAppState(({ settings }) => settings.modelHost)
  const stored = useAppState((state) => state.storedModels)
  const answering = useAppState(({ model }) => answeringModel(model)?.choice.source ?? null)
  const sourceByKey = new Map<string, ModelSource>(
    [
      ...[...modelNames.keys()].map((id) => hubSource(host, id)),
      ...(stored.kind === 'ready' ? stored.models.map(({ source }) => source) : []),
    ].map((source) => [sourceKey(source), source]),
  )
  if (answering) sourceByKey.delete(sourceKey(answering))
  return [...sourceByKey].map(([key, source]) => ({
    key: `model ${key}`,
    label: t('commands.loadModel', { name: nameOfSource(source) }),
    name: nameOfSource(source),
    icon: Box,
    chosen: null,
    onSelect: () => {
      // What it would take is asked, and shown before anything is downloaded.
      void chooseModel(choiceOf(source))
      screen.setState({ dialog: 'model' })
    },
  }))
}

/** Models on this device whose hosts may have a newer commit. */
const useRenewals = (): readonly Command[] => {
  const { t } = usePaletteWords()
  const { askForNewer } = useActions()
  const screen = useScreenStore()
  const stored = useAppState((state) => state.storedModels)
  const models = stored.kind === 'ready' ? stored.models : []
  return models.filter(mayBeRenewed).map(({ key, source }) => ({
    key: `renew ${key}`,
    label: t('commands.askForNewer', { name: nameOfSource(source) }),
    name: nameOfSource(source),
    icon: RefreshCw,
    chosen: null,
    onSelect: () => {
      void askForNewer(key)
      screen.setState({ dialog: 'model' })
    },
  }))
}

/**
 * What can be done about the model.
 * @param query what was typed: models are offered by name only once there is some.
 */
export const useModelCommands = (query: string): readonly Command[] => {
  const words = usePaletteWords()
  const modelWords = useModelWords()
  const { t } = words
  const { loadBuiltIn, unloadModel } = useActions()
  const screen = useScreenStore()
  const answering = useAppState(({ model }) => currentModel(model) !== null)
  const readsTags = useAppState(({ model }) => wordModel(model) !== null)
  const save = useSaveResults()
  const { task, changeTask } = useShownTask()
  const narrow = useWidth() === 'narrow'
  const named = useNamedModels()
  const renewals = useRenewals()
  return [
    {
      key: 'choose-model',
      label: t('commands.chooseModel'),
      icon: Box,
      chosen: null,
      onSelect: () => {
        screen.setState({ dialog: 'model' })
      },
    },
    {
      key: 'measure',
      label: modelWords.t('measure.title'),
      icon: Gauge,
      chosen: null,
      onSelect: () => {
        screen.setState({ dialog: 'measure' })
      },
    },
    {
      key: 'mini',
      label: t('commands.builtIn'),
      icon: Layers,
      chosen: null,
      onSelect: loadBuiltIn,
    },
    ...(readsTags
      ? [
          {
            key: 'python-job',
            label: t('commands.pythonJob'),
            note: '.py',
            icon: FileCode,
            chosen: null,
            onSelect: () => void save({ kind: 'job', scope: 'all' }),
          },
        ]
      : []),
    ...MODEL_TASKS.filter((other) => other !== task).map((other) => ({
      key: `task ${other}`,
      label: taskViews[other].command(words),
      icon: Replace,
      chosen: null,
      onSelect: () => {
        if (narrow) screen.setState({ dialog: 'tags' })
        void changeTask(other)
      },
    })),
    ...(answering
      ? [
          {
            key: 'unload',
            label: t('commands.unload'),
            icon: BoxSelect,
            chosen: null,
            onSelect: unloadModel,
          },
        ]
      : []),
    ...(query.trim() === '' ? [] : [...renewals, ...named]),
  ]
}
