import type { Elements } from '../../primitives/elements'

interface CardProps {
  /** Where its middle stands and how it is tilted. */
  readonly place: string
  readonly shares: readonly [hue: number, share: number][]
  readonly children: Elements
}

const BAR_WIDTH = 92

/** A picture with its ranked bars: what the page will look like. */
const Card = ({ place, shares, children }: CardProps) => (
  <g transform={place}>
    <rect
      x="-58"
      y="-74"
      width="116"
      height="148"
      rx="12"
      fill="var(--color-card)"
      stroke="var(--color-line)"
    />
    <g transform="translate(-46 -62)">
      <rect width="92" height="76" rx="6" fill="var(--color-track)" />
      {children}
    </g>
    {shares.map(([hue, share], i) => (
      <g key={hue} transform={`translate(-46 ${28 + i * 13})`}>
        <rect width={BAR_WIDTH} height="6" rx="3" fill="var(--color-track)" />
        <rect width={BAR_WIDTH * share} height="6" rx="3" fill={`var(--tag-${hue})`} />
      </g>
    ))}
  </g>
)

/** Three pictures, ranked. Shows a first visitor what will happen without a word. */
export const EmptyIllustration = () => (
  <svg
    viewBox="0 0 340 190"
    aria-hidden
    className="w-full max-w-84 rtl:-scale-x-100"
    strokeLinecap="round"
    strokeLinejoin="round"
  >
    <Card
      place="translate(76 104) rotate(-7)"
      shares={[
        [1, 0.82],
        [3, 0.3],
        [5, 0.12],
      ]}
    >
      <rect
        x="28"
        y="14"
        width="36"
        height="48"
        rx="3"
        fill="var(--color-card)"
        stroke="var(--tag-1)"
        strokeWidth="2"
      />
      <path d="M35 26h16M35 34h22M35 42h22M35 50h12" stroke="var(--tag-1)" strokeWidth="2.5" fill="none" />
    </Card>
    <Card
      place="translate(264 104) rotate(7)"
      shares={[
        [4, 0.74],
        [0, 0.2],
        [2, 0.16],
      ]}
    >
      <circle cx="46" cy="32" r="11" fill="var(--tag-4)" />
      <path d="M24 66a22 20 0 0 1 44 0z" fill="var(--tag-4)" />
    </Card>
    <Card
      place="translate(170 92)"
      shares={[
        [0, 0.93],
        [3, 0.26],
        [2, 0.1],
      ]}
    >
      <path d="M14 52V42q0-5 5-6l8-2 9-11q2-3 6-3h16q4 0 6 3l7 11q7 1 7 7v11z" fill="var(--tag-0)" />
      <path d="M38 33l6-8h8v8zM56 25h5l5 8H56z" fill="var(--color-track)" />
      <circle cx="29" cy="53" r="8" fill="var(--color-text)" />
      <circle cx="64" cy="53" r="8" fill="var(--color-text)" />
      <circle cx="29" cy="53" r="3" fill="var(--color-track)" />
      <circle cx="64" cy="53" r="3" fill="var(--color-track)" />
    </Card>
  </svg>
)
