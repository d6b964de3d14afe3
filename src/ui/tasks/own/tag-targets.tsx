import { useState } from 'react'
import { useActions, useAppState } from '../../context/ui-context'
import { useAttempt } from '../../parts/use-attempt'
import { classNames } from '../../primitives/class-names'
import { CutText } from '../../primitives/cut-text/cut-text'
import { Swatch } from '../../primitives/swatch'
import { useMeant, useSaid } from './example-buttons'
import { useOwnWords } from './use-own-words'

/** The first of the pictures, and what to do once they are let go. */
export interface TagTargetsProps {
  readonly pictureId: string
  readonly onDropped: () => void
}

/** The tags while a picture is dragged: let go on one, it is an example of it, with those that are selected with it. */
export const TagTargets = ({ pictureId, onDropped }: TagTargetsProps) => {
  const { t } = useOwnWords()
  const { marking } = useActions()
  const attempt = useAttempt()
  const tags = useAppState((state) => state.tags)
  const meant = useMeant(pictureId)
  const { has } = useSaid(meant)
  const [over, setOver] = useState<string | null>(null)
  if (tags.length === 0) return null
  return (
    <div className="flex max-h-[45%] flex-col gap-1.5">
      <span className="pointer-events-none text-12 text-muted">{t('own.dropHere')}</span>
      <ul className="scroll-y flex flex-col gap-1">
        {tags.map(({ id, text, hue }) => (
          // For a pointer alone: keys and the buttons beside a picture do the same.
          // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
          <li
            key={id}
            data-tag-target={text}
            onDragOver={(event) => {
              event.preventDefault()
              event.stopPropagation()
              event.dataTransfer.dropEffect = 'copy'
              setOver(id)
            }}
            onDragLeave={() => {
              setOver(null)
            }}
            onDrop={(event) => {
              // Neither a tag nor a picture more.
              event.preventDefault()
              event.stopPropagation()
              onDropped()
              // Said again by a press it is taken back; a drag says what is so.
              if (has(id, 'yes')) return
              void attempt(async () => {
                ;(await marking.load()).mark(meant, id, 'yes')
              })
            }}
            className={classNames(
              'flex h-8 shrink-0 items-center gap-2 rounded-control border px-2.5 text-13',
              over === id ? 'border-accent bg-accent-soft' : 'border-line bg-card',
            )}
          >
            <Swatch hue={hue} />
            <CutText text={text} />
          </li>
        ))}
      </ul>
    </div>
  )
}
