import { BlobImage } from '../../primitives/blob-image'
import type { Picture } from '../../../state/app-state'
import { useScreen } from '../../context/ui-context'
import { lateComponent } from '../../parts/late-component'
import { Part } from '../../parts/part'
import { PictureStateIcon } from '../picture-state-icon'
import { FrameOverlay } from './frame-overlay'

const CropsOverlay = lateComponent(async () => (await import('./regions/crops-overlay')).CropsOverlay)
const RegionsOverlay = lateComponent(async () => (await import('./regions/regions-overlay')).RegionsOverlay)

interface PictureImageProps {
  readonly picture: Picture
  readonly frameShown: boolean
}

/**
 * A picture as large as its room allows, whole, with the part that the model saw. The file itself is drawn
 * only once the pixel worker has decoded it: before that no one knows whether it is safe to (its size, its
 * format), so a placeholder stands in its place.
 */
export const PictureImage = ({ picture, frameShown }: PictureImageProps) => {
  const { phase } = picture
  const why = useScreen((state) => state.why)
  const crops = useScreen((state) => state.crops)
  const facts = phase.kind === 'failed' && !picture.absent ? null : phase.facts
  if (facts === null || (picture.absent && facts.thumbnail.size === 0))
    return (
      <div className="flex size-full items-center justify-center rounded-control bg-track">
        <PictureStateIcon kind={phase.kind} size={28} />
      </div>
    )
  const { width, height, thumbnail } = facts
  const isShowable = facts.isShowable && !picture.absent
  const ratio = width / height
  return (
    <div className="@container-[size] flex size-full items-center justify-center">
      <div
        className="relative isolate overflow-hidden rounded-control bg-track"
        data-fits={width}
        style={{
          aspectRatio: ratio,
          width: `min(100cqw, 100cqh * ${ratio}, ${Math.max(width, 224)}px)`,
        }}
      >
        {/* Stands until the file is decoded again for the screen, so that nothing blinks. */}
        <BlobImage
          key={`${picture.id} rendition`}
          blob={thumbnail}
          alt=""
          className="absolute inset-0 -z-1 size-full"
        />
        <BlobImage
          key={picture.id}
          blob={isShowable ? picture.file : thumbnail}
          alt={picture.name}
          decoding="async"
          className="size-full"
        />
        {frameShown && !crops && phase.kind === 'ready' ? <FrameOverlay frame={phase.encoded.frame} /> : null}
        {crops && phase.kind === 'ready' ? (
          <Part>
            <CropsOverlay picture={picture} />
          </Part>
        ) : null}
        {why && phase.kind === 'ready' ? (
          <Part>
            <RegionsOverlay picture={picture} over="picture" />
          </Part>
        ) : null}
      </div>
    </div>
  )
}
