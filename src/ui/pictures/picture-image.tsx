import type { Picture } from '../../state/app-state'
import { FrameOverlay } from './frame-overlay'
import { PictureStateIcon } from './picture-state-icon'

interface PictureImageProps {
  readonly picture: Picture
  readonly frameShown: boolean
}

/**
 * A picture as large as its room allows, whole, with the part that the model saw. The file itself is drawn
 * only once the pixel worker has decoded it: before that nobody knows whether it is safe to (its size, its
 * format), so a placeholder stands in its place.
 */
export const PictureImage = ({ picture, frameShown }: PictureImageProps) => {
  const { phase } = picture
  const facts = phase.kind === 'failed' ? null : phase.facts
  if (facts === null)
    return (
      <div className="flex size-full items-center justify-center rounded-control bg-track">
        <PictureStateIcon kind={phase.kind} size={28} />
      </div>
    )
  const { width, height, thumbnailUrl } = facts
  const ratio = width / height
  return (
    <div className="@container-[size] flex size-full items-center justify-center">
      <div
        className="relative isolate overflow-hidden rounded-control bg-track bg-cover"
        style={{
          aspectRatio: ratio,
          width: `min(100cqw, 100cqh * ${ratio}, ${Math.max(width, 224)}px)`,
          // Stands until the file is decoded again for the screen, so that nothing blinks.
          backgroundImage: `url("${thumbnailUrl}")`,
          backgroundSize: '100% 100%',
        }}
      >
        <img
          key={picture.id}
          src={picture.url}
          alt={picture.name}
          decoding="async"
          draggable={false}
          className="size-full"
        />
        {frameShown && phase.kind === 'ready' ? <FrameOverlay frame={phase.encoded.frame} /> : null}
      </div>
    </div>
  )
}
