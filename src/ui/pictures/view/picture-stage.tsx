import type { Picture } from '../../../state/app-state'
import { useScreen } from '../../context/ui-context'
import { lateComponent } from '../../parts/late-component'
import { Part } from '../../parts/part'
import { PictureImage } from './picture-image'

const ModelView = lateComponent(async () => (await import('./model-view')).ModelView)

/** A picture, or the model's view of it, filling its room. */
export const PictureStage = ({ picture }: { readonly picture: Picture }) => {
  const modelView = useScreen((state) => state.modelView)
  const frameShown = useScreen((state) => state.frameShown)
  if (modelView && picture.phase.kind === 'ready')
    return (
      <Part>
        <ModelView key={picture.id} picture={picture} />
      </Part>
    )
  return <PictureImage picture={picture} frameShown={frameShown} />
}
