import { Plus } from 'lucide-react'
import { useRef, type ClipboardEvent, type KeyboardEvent } from 'react'
import { Button } from '../primitives/button'
import { TextField } from '../primitives/fields/text-field'
import { useActions, useScreen, useScreenStore, useWords } from '../context/ui-context'
import { describeTagChange } from './describe-tag-change'

interface AddTagFieldProps {
  readonly onEditLast: () => void
  readonly onLeaveDown: () => void
}

/** A quote at the beginning means a tag that holds commas, as CSV has it. */
const endsTag = (text: string): boolean => text.endsWith(',') && !text.trimStart().startsWith('"')

/** Where tags are typed or a list is pasted. */
export const AddTagField = ({ onEditLast, onLeaveDown }: AddTagFieldProps) => {
  const words = useWords()
  const { t, direction } = words
  const { addTags } = useActions()
  const screen = useScreenStore()
  const note = useScreen(({ tagNote }) => tagNote)
  const said = note?.(words) ?? ''
  const text = useScreen(({ tagDraft }) => tagDraft)
  const field = useRef<HTMLInputElement>(null)

  const setText = (tagDraft: string) => {
    screen.setState({ tagDraft })
  }
  const add = (tags: string) => {
    setText('')
    if (tags.trim() === '') return
    const change = addTags(tags)
    screen.setState({ tagNote: (now) => describeTagChange(now, change) })
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') add(text)
    else if (event.key === 'Backspace' && text === '') onEditLast()
    else if (event.key === 'ArrowDown') onLeaveDown()
    else if (event.key === 'Escape' && text !== '') setText('')
    else return
    event.preventDefault()
  }
  const onPaste = (event: ClipboardEvent<HTMLInputElement>) => {
    const pasted = event.clipboardData.getData('text/plain')
    if (!/[,;\t\r\n]/.test(pasted)) return
    event.preventDefault()
    const { selectionStart, selectionEnd } = event.currentTarget
    add(text.slice(0, selectionStart ?? 0) + pasted + text.slice(selectionEnd ?? text.length))
  }

  return (
    <div className="px-3 pt-3 pb-1">
      <div className="relative">
        <Plus
          size={16}
          strokeWidth={1.75}
          aria-hidden
          className="pointer-events-none absolute inset-y-0 start-2.5 my-auto text-muted"
        />
        <TextField
          ref={field}
          data-add-tag
          aria-label={t('tags.add')}
          aria-describedby="tag-note"
          placeholder={t('tags.addPlaceholder')}
          enterKeyHint="enter"
          value={text}
          onChange={({ target: { value } }) => {
            if (endsTag(value)) add(value)
            else setText(value)
          }}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          // By the page's direction, as the icon and the button stand; the text's own may be another.
          className={
            direction === 'rtl' ? 'pr-8.5 pl-2 has-[+button]:pl-16' : 'pr-2 pl-8.5 has-[+button]:pr-16'
          }
        />
        {text.trim() === '' ? null : (
          <Button
            variant="primary"
            size="small"
            className="absolute inset-y-0 end-1 my-auto h-6 px-2 touch:h-9"
            onClick={() => {
              add(text)
              field.current?.focus()
            }}
          >
            {t('tags.addButton')}
          </Button>
        )}
      </div>
      <p id="tag-note" aria-live="polite" className="min-h-6.5 pt-1.5 text-12 text-muted">
        {said === '' ? t('tags.addHint') : said}
      </p>
    </div>
  )
}
