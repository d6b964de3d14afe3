import { use, useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import { list } from '../../../words/en/pictures/list'
import { useActions, useAppState, useWordsWith } from '../../context/ui-context'
import { Button } from '../../primitives/button'
import { ErrorNote } from '../../primitives/error-note'
import { TextField } from '../../primitives/fields/text-field'
import { Chip } from './chip'

/** How long no key is pressed before words are taken as they stand, in milliseconds. */
const REST = 500

interface SearchFieldProps {
  /** Whether it was opened by a press, after which words are typed. */
  readonly takesFocus: boolean
  /** What was typed while this was on its way. */
  readonly early: () => string
  /** @param byKey then focus is to stay where the field was. */
  readonly onClose: (byKey: boolean) => void
}

/** Words that pictures are ordered by: Enter or a short rest takes them, Escape and the chip beside them end it. */
export const SearchField = ({ takesFocus, early, onClose }: SearchFieldProps) => {
  const { t } = useWordsWith(list)
  const { search, endSearch, retrySearch } = use(useActions().searching.held())
  const asked = useAppState((state) => state.search)
  const words = asked?.words ?? ''
  const [typed, setTyped] = useState(() => (takesFocus ? early() : words))
  const field = useRef<HTMLInputElement>(null)
  const opened = useRef(takesFocus)

  // Before a frame is drawn: the button that had focus is gone.
  useLayoutEffect(() => {
    if (opened.current) field.current?.focus()
  }, [])
  useEffect(() => {
    if (typed.trim() === words) return undefined
    const timer = setTimeout(() => {
      search(typed)
    }, REST)
    return () => {
      clearTimeout(timer)
    }
  }, [typed, words, search])

  const end = () => {
    setTyped('')
    endSearch()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') search(typed)
    else if (event.key === 'Escape') {
      if (typed === '') onClose(true)
      end()
    } else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div role="search" className="flex min-w-0 items-center gap-1">
      {asked ? (
        <Chip
          text={asked.words}
          hue={null}
          label={t('list.searchOff', { words: asked.words })}
          onRemove={() => {
            end()
            field.current?.focus()
          }}
        />
      ) : null}
      <div className="w-32 min-w-16 @lg:w-44">
        <TextField
          ref={field}
          aria-label={t('list.search')}
          placeholder={t('list.search')}
          enterKeyHint="search"
          value={typed}
          aria-busy={asked?.phase.kind === 'embedding'}
          onChange={({ target }) => {
            setTyped(target.value)
          }}
          onKeyDown={onKeyDown}
          onBlur={() => {
            if (typed.trim() === '' && !asked) onClose(false)
          }}
        />
      </div>
      <span role="status" className="sr-only">
        {asked?.phase.kind === 'embedding' ? t('list.searching', { words: asked.words }) : ''}
      </span>
      {asked?.phase.kind === 'failed' ? (
        <div
          role="alert"
          className="absolute end-2 top-full z-10 mt-1 w-72 rounded-control bg-card shadow-float"
        >
          <ErrorNote error={asked.phase.error}>
            <Button size="small" onClick={retrySearch}>
              {t('shell.tryAgain')}
            </Button>
          </ErrorNote>
        </div>
      ) : null}
    </div>
  )
}
