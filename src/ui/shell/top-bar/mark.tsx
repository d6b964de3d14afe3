/** The mark: a viewfinder with ranked bars in it. */
export const Mark = () => (
  <svg viewBox="0 0 32 32" width="22" height="22" aria-hidden className="shrink-0">
    <rect width="32" height="32" rx="8" className="fill-accent" />
    <g fill="none" strokeLinecap="round" className="stroke-on-accent">
      <path
        d="M7.5 11.5v-2a2 2 0 0 1 2-2h2M20.5 7.5h2a2 2 0 0 1 2 2v2M24.5 20.5v2a2 2 0 0 1-2 2h-2M11.5 24.5h-2a2 2 0 0 1-2-2v-2"
        strokeWidth="2"
      />
      <path d="M11 12h10M11 16h6.5M11 20h3" strokeWidth="2.6" />
    </g>
  </svg>
)
