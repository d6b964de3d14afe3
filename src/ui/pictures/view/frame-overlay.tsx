import type { CropFrame } from '../../../core/pixels/crops/crop-frame'
import { frameStyle } from './frame-style'

/** Dims what the model did not see. Two lines, light on dark, so that the edge shows on any picture. */
export const FrameOverlay = ({ frame }: { readonly frame: CropFrame }) => {
  const whole = frame.left <= 0 && frame.top <= 0 && frame.width >= 1 && frame.height >= 1
  if (whole) return null
  return (
    <div
      aria-hidden
      className="pointer-events-none absolute animate-fade rounded-[3px] shadow-[0_0_0_1px_oklch(0.16_0.01_264/0.5),0_0_0_9999px_var(--color-shade)] outline-[1.5px] -outline-offset-[1.5px] outline-white/90"
      style={frameStyle(frame)}
    />
  )
}
