import type { Picture } from '../../../state/app-state'
import { currentModel } from '../../../state/model/current-model'
import { useAppState, useScreen } from '../../context/ui-context'
import { lateComponent } from '../../parts/late-component'
import { Part } from '../../parts/part'

const CropsBar = lateComponent(async () => (await import('./regions/crops-bar')).CropsBar)
const RegionsBar = lateComponent(async () => (await import('./regions/regions-bar')).RegionsBar)

/** As of `plan-crops.ts`, which says to the pixel which pictures are long: only then is anything said. */
const LONG = 1.45

/** What stands beside a picture: how much of a long one was seen, and what its answer hangs on where that is shown. */
export const WhyLine = ({
  picture: { phase },
  picture,
  className = '',
}: {
  readonly picture: Picture
  readonly className?: string
}) => {
  const why = useScreen((screen) => screen.why)
  const modelView = useScreen((screen) => screen.modelView)
  const crops = useAppState(({ model }) => currentModel(model)?.recipe.fit.kind === 'crop')
  if (phase.kind !== 'ready') return null
  const { width, height } = phase.facts
  const isLong = crops && !modelView && Math.max(width, height) / Math.min(width, height) > LONG
  if (!why && !isLong) return null
  return (
    <div data-why className={className}>
      <div className="flex flex-col gap-1">
        {isLong ? (
          <Part>
            <CropsBar picture={picture} />
          </Part>
        ) : null}
        {why ? (
          <Part>
            <RegionsBar picture={picture} />
          </Part>
        ) : null}
      </div>
    </div>
  )
}
