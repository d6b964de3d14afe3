import { classNames } from '../class-names'
import { splitMiddle } from './split-middle'

interface CutTextProps {
  readonly text: string
  /** Where it is known and another than the page's. */
  readonly lang?: string | undefined
  readonly className?: string
}

/**
 * A user's text on one line, cut in the middle where it does not fit, with the whole of it in a tooltip. Its
 * direction is its own and does not spill over into what stands beside it; the side it stands on is the page's.
 */
export const CutText = ({ text, lang, className }: CutTextProps) => {
  const [head, tail] = splitMiddle(text)
  return (
    <span className={classNames('flex min-w-0', className)}>
      <span dir="auto" lang={lang} data-tip-cut={text} className="isolate flex min-w-0">
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
    </span>
  )
}
