import { useRef, type PointerEvent } from 'react'
import type { ScoreHistogram } from '../../core/desk/view/score-histogram'
import { scores } from '../../words/en/scores'
import { useWordsWith } from '../context/ui-context'
import { moveHeld, takeHold, withLeast, withMost, type Held, type PercentRange } from './brush-range'
import { ScoreBars } from './score-bars'

/** How near to an end a press takes it, in px: half of a finger. */
const REACH_PX = 14

/** How far a press has to move to draw a new range: less is an unsteady hand. */
const THRESHOLD_PERCENT = 2

interface RangeBrushProps {
  /** The label in words. */
  readonly tag: string
  readonly histogram: ScoreHistogram | null
  readonly range: PercentRange
  readonly onChange: (range: PercentRange) => void
  /** The person has let go of it. */
  readonly onLeave: () => void
}

interface EndProps {
  readonly name: string
  readonly value: number
  readonly onChange: (value: number) => void
  readonly onLeave: () => void
}

/** An end of the range: a slider for keys and screen readers, which the pointer moves through the bars below it. */
const End = ({ name, value, onChange, onLeave }: EndProps) => {
  const { t, format } = useWordsWith(scores)
  return (
    // Each by itself, or the focus of one end would show on the other too.
    <span className="contents">
      <input
        type="range"
        min={0}
        max={100}
        step={1}
        value={value}
        aria-label={name}
        aria-valuetext={t('units.percent', { value: format.count(value) })}
        onChange={({ target }) => {
          onChange(target.valueAsNumber)
        }}
        onBlur={onLeave}
        className="peer pointer-events-none absolute inset-0 m-0 size-full opacity-0"
      />
      <span
        aria-hidden
        className="pointer-events-none absolute inset-y-0 -ms-px w-0.5 bg-text peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-accent"
        style={{ insetInlineStart: `${value}%` }}
      >
        <span className="absolute start-1/2 top-1/2 -ms-1.5 -mt-2.5 h-5 w-3 rounded-full bg-text ring-2 ring-card" />
      </span>
    </span>
  )
}

/** The bars with both ends of a range: a pointer draws a range over them or moves an end, keys move either. */
export const RangeBrush = ({ tag, histogram, range, onChange, onLeave }: RangeBrushProps) => {
  const { t, direction } = useWordsWith(scores)
  const held = useRef<Held | null>(null)

  const percentAt = ({ currentTarget, clientX }: PointerEvent<HTMLElement>): number => {
    const { left, right, width } = currentTarget.getBoundingClientRect()
    return ((direction === 'rtl' ? right - clientX : clientX - left) / width) * 100
  }
  const release = () => {
    held.current = null
    onLeave()
  }

  return (
    <div
      onPointerDown={(event) => {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        const reach = (REACH_PX / event.currentTarget.clientWidth) * 100
        const hold = takeHold(range, percentAt(event), reach)
        held.current = hold
        // Keys go on with what the pointer has begun.
        event.preventDefault()
        event.currentTarget.querySelectorAll('input')[hold === 'least' ? 0 : 1]?.focus()
      }}
      onPointerMove={(event) => {
        const hold = held.current
        if (hold === null) return
        const at = percentAt(event)
        if (typeof hold === 'object' && Math.abs(at - hold.from) < THRESHOLD_PERCENT) return
        onChange(moveHeld(hold, range, at))
      }}
      onPointerUp={release}
      onPointerCancel={release}
      className="relative cursor-crosshair touch-none"
    >
      <ScoreBars
        histogram={histogram}
        isLost={(begin, end) => end <= range.least || begin >= range.most}
        className="h-12"
      />
      <End
        name={t('scores.range.least', { tag })}
        value={range.least}
        onLeave={onLeave}
        onChange={(at) => {
          onChange(withLeast(range, at))
        }}
      />
      <End
        name={t('scores.range.most', { tag })}
        value={range.most}
        onLeave={onLeave}
        onChange={(at) => {
          onChange(withMost(range, at))
        }}
      />
    </div>
  )
}
