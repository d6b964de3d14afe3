import { Image, ImageOff } from 'lucide-react'
import type { PicturePhase } from '../../state/app-state'

interface PictureStateIconProps {
  readonly kind: PicturePhase['kind']
  readonly size: number
}

/** What stands where a picture will be, or would have been. */
export const PictureStateIcon = ({ kind, size }: PictureStateIconProps) => {
  if (kind === 'failed') return <ImageOff size={size} strokeWidth={1.5} aria-hidden className="text-danger" />
  return (
    <Image
      size={size}
      strokeWidth={1.5}
      aria-hidden
      className={kind === 'encoding' ? 'animate-breathe text-accent' : 'text-muted opacity-60'}
    />
  )
}
