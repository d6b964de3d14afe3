import { Search } from 'lucide-react'
import { startTransition, useRef, useState } from 'react'
import { createLate } from '../../../core/async/late'
import { wordModel } from '../../../state/model/current-model'
import { list } from '../../../words/en/pictures/list'
import { useActions, useAppState, useWordsWith } from '../../context/ui-context'
import { lateComponent } from '../../parts/late-component'
import { Part } from '../../parts/part'
import { useAttempt } from '../../parts/use-attempt'

const field = createLate(async () => (await import('./search-field')).SearchField)
const SearchField = lateComponent(field.load)

/** Where words are typed that pictures are ordered by: it looks like a field where there is room, and becomes one. */
export const SearchButton = () => {
  const { t } = useWordsWith(list)
  const { searching } = useActions()
  const attempt = useAttempt()
  const canRead = useAppState(({ model }) => wordModel(model) !== null)
  const isSearched = useAppState(({ search }) => search !== null)
  const [open, setOpen] = useState(false)
  const takesBack = useRef(false)
  /** What is typed before the field has come: from the grid such keys would open and decide. */
  const early = useRef<string | null>(null)
  if (!canRead) return null
  const button = (
    <button
      ref={(element) => {
        if (takesBack.current) element?.focus()
        takesBack.current = false
      }}
      type="button"
      aria-label={t('list.search')}
      data-tip={t('list.search')}
      onClick={() => {
        early.current ??= ''
        void attempt(async () => {
          try {
            await Promise.all([field.load(), searching.load()])
          } catch (error) {
            early.current = null
            throw error
          }
          // The button keeps focus until the field can be drawn.
          startTransition(() => {
            setOpen(true)
          })
        })
      }}
      onKeyDown={(event) => {
        const { key, ctrlKey, metaKey, altKey } = event
        if (early.current === null || key.length !== 1 || ctrlKey || metaKey || altKey) return
        early.current += key
        event.preventDefault()
        event.stopPropagation()
      }}
      className="flex size-8 shrink-0 items-center justify-center gap-2 rounded-control text-muted hover:bg-hover touch:size-11 @lg:w-44 touch:@lg:w-44 @lg:justify-start @lg:border @lg:border-control @lg:bg-card @lg:px-2.5 @lg:text-13"
    >
      <Search size={16} strokeWidth={1.75} aria-hidden className="shrink-0" />
      <span className="hidden @lg:inline">{t('list.search')}</span>
    </button>
  )
  return (
    <Part meanwhile={button}>
      {open || isSearched ? (
        <SearchField
          takesFocus={open}
          early={() => early.current ?? ''}
          onClose={(byKey) => {
            early.current = null
            takesBack.current = byKey
            setOpen(false)
          }}
        />
      ) : (
        button
      )}
    </Part>
  )
}
