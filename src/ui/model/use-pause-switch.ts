import type { ModelPhase } from '../../core/model/model-phase'
import { useActions, useScreenStore, useSiteState } from '../context/ui-context'

/** What the button beside a download is for now. */
export interface PauseSwitch {
  /** `held`: paused by the airplane switch, which is still on. */
  readonly state: 'loading' | 'paused' | 'held'
  /** Puts the download off or goes on with it; while it is held, leads to the switch that holds it. */
  press(): void
}

/** The button that puts a download off and goes on with it. */
export const usePauseSwitch = (model: ModelPhase): PauseSwitch => {
  const { pauseLoading, resumeLoading } = useActions()
  const screen = useScreenStore()
  const airplane = useSiteState((state) => state.airplane)
  if (model.kind !== 'paused') return { state: 'loading', press: pauseLoading }
  if (model.cause !== 'airplane' || !airplane) return { state: 'paused', press: resumeLoading }
  return {
    state: 'held',
    press: () => {
      screen.setState({ dialog: 'privacy' })
    },
  }
}
