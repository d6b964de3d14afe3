import { classNames } from '../../primitives/class-names'
import { styleOfHue } from './read-inks'
import { SHAPES, type Shape } from './point-shapes'

const PATHS: Readonly<Record<Shape, string>> = {
  circle: 'M6 1a5 5 0 1 0 0 10a5 5 0 1 0 0-10z',
  square: 'M1.6 1.6h8.8v8.8h-8.8z',
  diamond: 'M6 0l6 6l-6 6l-6-6z',
  triangle: 'M6 1l5.6 9h-11.2z',
}

/** A point as the map draws it, beside what it stands for. */
export const PointMark = ({ hue }: { readonly hue: number | null }) => {
  const { colour, shape } = styleOfHue(hue ?? 0)
  return (
    <svg
      aria-hidden
      viewBox="0 0 12 12"
      className={classNames('size-3 shrink-0', hue === null ? 'fill-control' : '')}
      style={hue === null ? {} : { fill: `var(--tag-${colour})` }}
    >
      <path d={PATHS[SHAPES[shape] ?? 'circle']} />
    </svg>
  )
}
