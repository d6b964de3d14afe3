import type { Picture } from '../../../state/app-state'
import { useScreen } from '../../context/ui-context'
import { ModelView } from './model-view'
import { PictureImage } from './picture-image'

/** A picture, or the model's view of it, filling its room. */
export const PictureStage = ({ picture }: { readonly picture: Picture }) => {
  const modelView = useScreen((state) => state.modelView)
  const frameShown = useScreen((state) => state.frameShown)
  if (modelView && picture.phase.kind === 'ready') return <ModelView key={picture.id} picture={picture} />
  return <PictureImage picture={picture} frameShown={frameShown} />
}
