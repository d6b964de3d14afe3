import type { Picture } from '../../../../state/app-state'
import { classNames } from '../../../primitives/class-names'
import { frameStyle } from '../frame-style'
import { useCrops } from './use-crops'

/** Outlines the crops of a long picture, and the one that speaks most for the label that is asked about. */
export const CropsOverlay = ({ picture }: { readonly picture: Picture }) => {
  const { frames, asked } = useCrops(picture)
  if (frames.length < 2 || !asked) return null
  return (
    <div aria-hidden className="pointer-events-none absolute inset-0 animate-fade">
      {frames.map((frame, i) => (
        <div
          key={frame.left + frame.top}
          className={classNames(
            'absolute rounded-[3px]',
            i === asked.best
              ? 'shadow-[0_0_0_1px_oklch(0.16_0.01_264/0.5),0_0_0_9999px_var(--color-shade)] outline-[1.5px] -outline-offset-[1.5px] outline-white/90'
              : 'outline-1 -outline-offset-1 outline-dashed outline-white/60',
          )}
          style={frameStyle(frame)}
        />
      ))}
    </div>
  )
}
