import { classNames } from './class-names'
import { splitMiddle } from './split-middle'

interface CutTextProps {
  readonly text: string
  readonly className?: string
}

/**
 * A user's text on one line, cut in the middle where it does not fit, with the whole of it in a tooltip. Its
 * direction is its own and does not spill over into what stands beside it.
 */
export const CutText = ({ text, className }: CutTextProps) => {
  const [head, tail] = splitMiddle(text)
  return (
    <span dir="auto" data-tip-cut={text} className={classNames('flex min-w-0 isolate', className)}>
      <span className="sr-only">{text}</span>
      <span aria-hidden className="truncate whitespace-pre">
        {head}
      </span>
      {tail && (
        <span aria-hidden className="shrink-0 whitespace-pre">
          {tail}
        </span>
      )}
    </span>
  )
}
