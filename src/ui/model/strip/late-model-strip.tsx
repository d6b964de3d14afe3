import { useState } from 'react'
import { QUICK_LOOK_ID } from '../../../core/model/catalogue/model-names'
import { isChosenUnderway } from '../../../core/model/model-phase'
import type { AppState } from '../../../state/app-state'
import { lateComponent } from '../../parts/late-component'
import { Part } from '../../parts/part'
import { useAppState } from '../../context/ui-context'

const ModelStrip = lateComponent(async () => (await import('./model-strip')).ModelStrip)

const hasNews = ({ model, arrived, textArrival }: AppState): boolean =>
  isChosenUnderway(model) ||
  arrived !== null ||
  textArrival !== null ||
  (model.kind === 'ready' && model.model.id === QUICK_LOOK_ID)

/** The strip, from its first news on. */
export const LateModelStrip = () => {
  const news = useAppState(hasNews)
  const [shown, setShown] = useState(false)
  if (news && !shown) setShown(true)
  return shown ? (
    <Part>
      <ModelStrip />
    </Part>
  ) : null
}
