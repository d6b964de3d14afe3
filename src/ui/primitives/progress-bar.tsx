import { classNames } from './class-names'

interface ProgressBarProps {
  /** What is under way, for screen readers. */
  readonly label: string
  /** 0 to 1; `null` where the whole is not known. */
  readonly share: number | null
  /** Whether it steps, where its steps are too small to be seen: gliding draws the page at every frame. */
  readonly steps?: boolean
  readonly className?: string
}

/** A thin bar of how much is done; it wanders where no one knows of how much. */
export const ProgressBar = ({ label, share, steps = false, className }: ProgressBarProps) => (
  <div
    role="progressbar"
    aria-label={label}
    aria-valuemin={0}
    aria-valuemax={100}
    {...(share === null ? {} : { 'aria-valuenow': Math.floor(share * 100) })}
    className={classNames('h-1 overflow-hidden rounded-full bg-track forced-colors:outline', className)}
  >
    {share === null ? (
      <div className="h-full w-1/3 animate-slide rounded-full bg-accent forced-colors:bg-[Highlight] forced-colors:forced-color-adjust-none" />
    ) : (
      <div
        className={classNames(
          'h-full origin-left rounded-full bg-accent forced-colors:bg-[Highlight] forced-colors:forced-color-adjust-none rtl:origin-right',
          steps ? '' : 'transition-transform duration-200 ease-out',
        )}
        style={{ transform: `scaleX(${Math.min(1, Math.max(0, share))})` }}
      />
    )}
  </div>
)
