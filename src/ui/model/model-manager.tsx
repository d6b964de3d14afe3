import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { Segmented } from '../primitives/fields/segmented'
import { useActions, useApp, useAppState, useScreen, useScreenStore } from '../context/ui-context'
import { ChooseModel } from './choose/choose-model'
import type { AppState } from '../../state/app-state'
import type { ManagerTab } from './manager-tab'
import { ModelInUse } from './facts/model-in-use'
import { OfferedModel } from './stored/offered-model'
import { StoredModelList } from './stored/stored-models'
import { assertNever } from '../../core/errors/assert-never'
import { DownloadCard } from './load/download-card'
import { FailedCard } from './load/failed-card'
import { PlanCard } from './load/plan-card'
import { useModelWords } from './texts/use-model-words'

interface UnderwayCardProps {
  readonly onTab: (tab: ManagerTab) => void
  readonly onDone: () => void
}

/** What is under way beside the model that answers, if anything. */
const UnderwayCard = ({ onTab, onDone }: UnderwayCardProps) => {
  const model = useAppState((state) => state.model)
  switch (model.kind) {
    case 'none':
    case 'ready':
      return null
    case 'planning':
    case 'planned':
      return <PlanCard phase={model} onDone={onDone} />
    case 'loading':
    case 'paused':
      return <DownloadCard phase={model} />
    case 'failed':
      return <FailedCard phase={model} onTab={onTab} />
    default:
      return assertNever(model)
  }
}

/** What is open first: where something is told, or what is in use. */
const tabOf = ({ model, modelTransfer }: AppState): ManagerTab => {
  if (modelTransfer.kind === 'asking' || modelTransfer.kind === 'newest') return 'stored'
  return model.kind === 'ready' ? 'now' : 'choose'
}

interface ModelManagerProps {
  /** Closes what this stands in; what goes on, the chip shows. */
  readonly onDone: () => void
}

/** All about models: what is under way, the one in use, those to choose from, those on this device. */
export const ModelManager = ({ onDone }: ModelManagerProps) => {
  const { t } = useModelWords()
  const { store } = useApp()
  const { refreshModels } = useActions()
  const phase = useAppState(({ model }) => model.kind)
  const offered = useScreen((screen) => screen.offeredModel)
  const screen = useScreenStore()
  const asks = useScreen(({ modelAsks }) => modelAsks)
  const [tab, setTab] = useState<ManagerTab>(() => tabOf(store.getState()))
  // What is asked for stands there, the field for the host too, which sets this back itself.
  if (asks !== null && tab !== 'choose') setTab('choose')
  useEffect(() => {
    if (asks === 'choose') screen.setState({ modelAsks: null })
  }, [asks, screen])
  const panel = useRef<HTMLDivElement>(null)
  useEffect(() => {
    void refreshModels()
  }, [refreshModels])
  useLayoutEffect(() => {
    // The button that was pressed may be gone with the phase; focus stays in the panel.
    if (document.activeElement === document.body) panel.current?.focus()
  }, [phase, offered])
  return (
    <div ref={panel} tabIndex={-1} data-model-panel className="outline-none">
      {offered ? <OfferedModel files={offered} /> : null}
      <UnderwayCard onTab={setTab} onDone={onDone} />
      <div className="px-3 pt-3 pb-1">
        <Segmented
          label={t('model.tabs')}
          choices={[
            { value: 'now', label: t('model.tabNow') },
            { value: 'choose', label: t('model.tabChoose') },
            { value: 'stored', label: t('model.tabStored') },
          ]}
          value={tab}
          onChange={setTab}
          className="flex w-full"
        />
      </div>
      {tab === 'now' ? (
        <ModelInUse
          onChoose={() => {
            setTab('choose')
          }}
        />
      ) : null}
      {tab === 'choose' ? <ChooseModel /> : null}
      {tab === 'stored' ? <StoredModelList /> : null}
    </div>
  )
}
