import type { Picture } from '../../../state/app-state'
import { useScreen } from '../../context/ui-context'
import { lateComponent } from '../../parts/late-component'
import { Part } from '../../parts/part'

const RegionsBar = lateComponent(async () => (await import('./regions/regions-bar')).RegionsBar)

/** What stands beside a picture while it is shown what its answer hangs on. */
export const WhyLine = ({
  picture,
  className = '',
}: {
  readonly picture: Picture
  readonly className?: string
}) => {
  const isShown = useScreen(({ why, modelView }) => why && !modelView)
  if (!isShown || picture.phase.kind !== 'ready') return null
  return (
    <div data-why className={className}>
      <Part>
        <RegionsBar picture={picture} />
      </Part>
    </div>
  )
}
