import { type KeyboardEvent, useRef, useState } from 'react'
import type { Tag } from '../../../core/tags/tag-list'
import { useActions, useAppState, useScreenStore, useWords } from '../../context/ui-context'
import { describeTagChange } from '../describe-tag-change'
import { readTemplates, tagPrompts } from '../../../core/question/prompts/tag-prompts'
import { wordModel } from '../../../state/model/current-model'

/** Beside a tag being typed: how many tokens its longest prompt has, of how many the model reads. */
const TokenCount = ({ text }: { readonly text: string }) => {
  const { t, format } = useWords()
  const most = useAppState(({ model }) => wordModel(model)?.maxTokens ?? 0)
  const count = useAppState(({ promptEmbeddings, settings }) =>
    tagPrompts(text.trim(), readTemplates(settings.template)).reduce(
      (longest, prompt) => Math.max(longest, promptEmbeddings.get(prompt)?.tokenIds.length ?? 0),
      0,
    ),
  )
  // Vectors that travel with a model have no tokens.
  if (count === 0) return null
  return (
    <span
      title={t('tags.tokens', { number: format.count(count), most: format.count(most) })}
      className={count >= most ? 'text-12 text-danger tabular-nums' : 'text-12 text-muted tabular-nums'}
    >
      <span aria-hidden>{`${count}/${most}`}</span>
      <span className="sr-only">
        {t('tags.tokens', { number: format.count(count), most: format.count(most) })}
      </span>
    </span>
  )
}

interface TagEditorProps {
  readonly tag: Tag
  /** `kept` returns focus to the row; `left` means that focus has gone elsewhere already. */
  readonly onEnd: (how: 'kept' | 'left') => void
}

const focusAll = (field: HTMLInputElement | null) => {
  field?.focus()
  field?.select()
}

/** A tag's text as a field in its row. Bars follow every keystroke; Enter keeps, Escape puts back. */
export const TagEditor = ({ tag, onEnd }: TagEditorProps) => {
  const { t } = useWords()
  const { editTag, previewTag } = useActions()
  const screen = useScreenStore()
  // Enter and Escape take the field away, which blurs it: it must not be saved a second time.
  const ended = useRef(false)
  const [typed, setTyped] = useState(tag.text)

  const end = (text: string | null, how: 'kept' | 'left') => {
    if (ended.current) return
    if (text !== null) {
      const change = editTag(tag.id, text)
      screen.setState({ tagNote: (words) => describeTagChange(words, change) })
      if (change.kind === 'refused' && how === 'kept') return
    }
    ended.current = true
    previewTag(tag.id, null)
    onEnd(how)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') end(event.currentTarget.value, 'kept')
    else if (event.key === 'Escape') end(null, 'kept')
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <>
      <input
        ref={focusAll}
        type="text"
        dir="auto"
        aria-label={t('tags.edit', { tag: tag.text })}
        defaultValue={tag.text}
        spellCheck={false}
        autoComplete="off"
        onChange={({ target }) => {
          setTyped(target.value)
          previewTag(tag.id, target.value)
        }}
        // From the start, so that another tab does not take it away meanwhile.
        onFocus={() => {
          previewTag(tag.id, typed)
        }}
        onKeyDown={onKeyDown}
        onBlur={({ target }) => {
          end(target.value, 'left')
        }}
        className="-mx-1 h-6 min-w-0 flex-1 rounded-small bg-card px-1 text-13 outline-2 outline-accent touch:h-9 touch:text-16"
      />
      {tag.picture ? null : <TokenCount text={typed} />}
    </>
  )
}
