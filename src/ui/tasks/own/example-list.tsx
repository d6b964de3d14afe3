import { useMemo, useState } from 'react'
import type { Picture } from '../../../state/app-state'
import { useActions, useAppState } from '../../context/ui-context'
import { BlobImage } from '../../primitives/blob-image'
import { classNames } from '../../primitives/class-names'
import { CutText } from '../../primitives/cut-text/cut-text'
import { useListed } from './use-listed'
import { useOwnWords } from './use-own-words'

interface ExampleProps {
  readonly name: string
  /** What it looks like; `null` where that is not known. */
  readonly image: Blob | null
  /** Goes to it; `null` where it is not on the list. */
  readonly onOpen: (() => void) | null
}

const CHIP =
  'inline-flex h-8 max-w-40 min-w-0 items-center gap-1.5 rounded-full border border-line bg-card pe-2.5 text-12 touch:h-10'

const Example = ({ name, image, onOpen }: ExampleProps) => {
  const [broken, setBroken] = useState<Blob | null>(null)
  const drawn = image !== null && image !== broken
  const inside = (
    <>
      {drawn ? (
        <BlobImage
          blob={image}
          alt=""
          decoding="async"
          // What a file from elsewhere has brought may be no picture after all.
          onError={() => {
            setBroken(image)
          }}
          className="size-7 shrink-0 rounded-full object-cover touch:size-9"
        />
      ) : null}
      <CutText text={name} />
    </>
  )
  const shape = classNames(CHIP, drawn ? 'ps-px' : 'ps-2.5')
  return onOpen ? (
    <button type="button" onClick={onOpen} className={classNames(shape, 'hover:border-control')}>
      {inside}
    </button>
  ) : (
    <span className={shape}>{inside}</span>
  )
}

/** What a file has brought of a picture, as the browser shows it. */
const useBrought = (small: Uint8Array<ArrayBuffer> | undefined): Blob | null =>
  useMemo(() => (small ? new Blob([small], { type: 'image/jpeg' }) : null), [small])

interface KnownProps {
  readonly id: string
  readonly listed: Picture | undefined
  readonly onOpened: (() => void) | undefined
}

const Known = ({ id, listed, onOpened }: KnownProps) => {
  const { select } = useActions()
  const mark = useAppState(({ marks }) => marks.find((one) => one.id === id))
  const brought = useBrought(mark?.small)
  const thumbnail = listed?.phase.facts?.thumbnail ?? null
  return (
    <Example
      name={listed?.name ?? mark?.name ?? id.slice(0, 12)}
      image={thumbnail && thumbnail.size > 0 ? thumbnail : brought}
      onOpen={
        listed
          ? () => {
              select(listed.id, 'only')
              onOpened?.()
            }
          : null
      }
    />
  )
}

interface ExampleListProps {
  /** SHA-256s. */
  readonly ids: readonly string[]
  /** Examples that are shown; of the rest it says how many there are. */
  readonly most?: number
  /** Told that one is gone to. */
  readonly onOpened?: () => void
}

/**
 * Examples by what they look like, where that is known, and by their names. A press goes to one that is on the list.
 */
export const ExampleList = ({ ids, most = 12, onOpened }: ExampleListProps) => {
  const { t } = useOwnWords()
  const shown = useMemo(() => ids.slice(0, most), [ids, most])
  const listed = useListed(shown)
  const rest = ids.length - shown.length
  return (
    <>
      {shown.map((id) => (
        <Known key={id} id={id} listed={listed.get(id)} onOpened={onOpened} />
      ))}
      {rest > 0 ? <span className="text-12 text-muted">{t('own.moreExamples', { count: rest })}</span> : null}
    </>
  )
}
