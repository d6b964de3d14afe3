import { Check, Plus } from 'lucide-react'
import { use, useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { tagKey } from '../../core/tags/parse-tags'
import type { Picture } from '../../state/app-state'
import { currentModel } from '../../state/model/current-model'
import type { Suggestion, SuggestionState } from '../../state/pictures/suggestions/suggestions'
import { suggestions as words } from '../../words/en/pictures/suggestions'
import { useActions, useAppState, useWordsWith } from '../context/ui-context'
import { Button } from '../primitives/button'
import { classNames } from '../primitives/class-names'
import { ErrorNote } from '../primitives/error-note'
import { Segmented } from '../primitives/fields/segmented'
import { ProgressBar } from '../primitives/progress-bar'

/** How far the words are, as long as not all of them are read. */
const WordsLine = ({
  state,
  onStop,
  onGoOn,
}: {
  readonly state: SuggestionState['words']
  readonly onStop: () => void
  readonly onGoOn: () => void
}) => {
  const { t, format } = useWordsWith(words)
  if (state.kind === 'failed')
    return (
      <ErrorNote error={state.error} className="w-full">
        <Button size="small" onClick={onGoOn}>
          {t('shell.tryAgain')}
        </Button>
      </ErrorNote>
    )
  if (state.kind !== 'encoding' && state.kind !== 'stopped') return null
  const counts = { done: format.count(state.done), total: format.count(state.total) }
  const text =
    state.kind === 'stopped'
      ? t('suggestions.stopped', counts)
      : t(state.waits ? 'suggestions.waits' : 'suggestions.encoding', counts)
  return (
    <div className="grid gap-1">
      <div className="flex items-center gap-2 text-12 text-muted">
        <span className="min-w-0 flex-1 text-pretty tabular-nums">{text}</span>
        <Button size="small" onClick={state.kind === 'stopped' ? onGoOn : onStop}>
          {t(state.kind === 'stopped' ? 'suggestions.goOn' : 'suggestions.stop')}
        </Button>
      </div>
      {state.kind === 'encoding' ? (
        <ProgressBar label={text} share={state.total === 0 ? 0 : state.done / state.total} steps />
      ) : null}
    </div>
  )
}

/** A word that a press makes a tag, and another press takes back. */
const WordButton = ({ text, pictures, counts }: Suggestion & { readonly counts: boolean }) => {
  const { t, format } = useWordsWith(words)
  const { addTags, removeTag } = useActions()
  const tagId = useAppState(
    ({ tags }) => tags.find((tag) => !tag.picture && tagKey(tag.text) === tagKey(text))?.id ?? null,
  )
  const isTag = tagId !== null
  const number = format.count(pictures)
  const Icon = isTag ? Check : Plus
  const spoken = isTag
    ? t('suggestions.remove', { tag: text })
    : t(counts ? 'suggestions.addFor' : 'suggestions.add', { tag: text, number })
  return (
    <button
      type="button"
      onClick={() => {
        if (isTag) removeTag(tagId)
        else addTags(text)
      }}
      className={classNames(
        'flex h-7 max-w-full min-w-0 items-center gap-1 rounded-full border px-2 text-12 touch:h-10 touch:px-3',
        isTag ? 'border-transparent bg-accent-soft font-semibold' : 'border-line bg-card hover:bg-hover',
      )}
    >
      <Icon size={14} strokeWidth={2} aria-hidden className="shrink-0" />
      <span className="sr-only">{spoken}</span>
      <bdi aria-hidden lang="en" className="truncate">
        {text}
      </bdi>
      {counts ? (
        <span aria-hidden className="text-muted tabular-nums">
          {number}
        </span>
      ) : null}
    </button>
  )
}

/** Words that could be tags, of one picture or of all. */
export const SuggestionPanel = ({ picture }: { readonly picture: Picture | null }) => {
  const { t, format } = useWordsWith(words)
  const { suggesting, addTags } = useActions()
  const suggestions = use(suggesting.held())
  const state = useStore(suggestions.store)
  const many = useAppState(({ pictures }) => pictures.length > 1)
  const name = useAppState(({ model }) => currentModel(model)?.name ?? '')
  const tags = useAppState((app) => app.tags)
  const [chosen, setChosen] = useState<'list' | 'picture'>(tags.length > 0 ? 'picture' : 'list')
  const scope = !many ? 'picture' : picture ? chosen : 'list'
  const id = picture?.id ?? ''

  useEffect(() => {
    suggestions.follow(scope === 'list' ? { kind: 'list' } : { kind: 'picture', id })
  }, [suggestions, scope, id])
  useEffect(
    () => () => {
      suggestions.follow(null)
    },
    [suggestions],
  )

  const { found, phase, drawingsOnly } = state
  const section = useRef<HTMLElement>(null)
  const isSeen = useRef(false)
  const isFound = found !== null
  // Opened below the fold, it comes into sight with its first words, at once and so without motion; focus stays on what
  // opened it, which stands right before it. Who has gone elsewhere by then is left there.
  useEffect(() => {
    if (isSeen.current) return
    isSeen.current = isFound
    const { activeElement } = document
    if (activeElement === document.body || section.current?.parentElement?.contains(activeElement))
      section.current?.scrollIntoView({ block: 'nearest' })
  }, [isFound])

  const texts = found?.suggestions.map(({ text }) => text) ?? []
  const taken = new Set(tags.map(({ text }) => tagKey(text)))
  const left = texts.filter((text) => !taken.has(tagKey(text)))
  // Of one picture others can be asked for without taking any; after the last it begins from the first.
  const ofPicture = found?.of.kind === 'picture'
  const compared = { words: format.count(found?.compared ?? 0), name }
  return (
    <section ref={section} aria-label={t('suggestions.title')} className="grid scroll-mb-4 gap-2 pt-3">
      {many && picture ? (
        <Segmented
          label={t('suggestions.of')}
          choices={[
            { value: 'list', label: t('suggestions.list') },
            { value: 'picture', label: t('suggestions.picture') },
          ]}
          value={chosen}
          onChange={setChosen}
          className="justify-self-start"
        />
      ) : null}
      <WordsLine state={state.words} onStop={suggestions.stop} onGoOn={suggestions.again} />
      {phase.kind === 'failed' ? (
        <ErrorNote error={phase.error} className="w-full">
          <Button size="small" onClick={suggestions.again}>
            {t('shell.tryAgain')}
          </Button>
        </ErrorNote>
      ) : null}
      {phase.kind === 'looking' && phase.share > 0 && phase.share < 1 ? (
        <ProgressBar label={t('suggestions.looking')} share={phase.share} steps />
      ) : null}
      {found && (texts.length > 0 || ofPicture) && found.read > 0 ? (
        <>
          <ul aria-label={t('suggestions.title')} className="flex flex-wrap gap-1.5">
            {found.suggestions.map((suggestion) => (
              <li key={suggestion.text} className="max-w-full min-w-0">
                <WordButton {...suggestion} counts={found.of.kind === 'list'} />
              </li>
            ))}
          </ul>
          <div className="flex flex-wrap gap-2">
            <Button
              size="small"
              disabled={left.length === 0}
              onClick={() => {
                addTags(left.join('\n'))
              }}
            >
              {t('suggestions.addAll')}
            </Button>
            <Button
              size="small"
              disabled={!ofPicture && left.length === texts.length}
              onClick={suggestions.again}
            >
              {t('suggestions.again')}
            </Button>
          </div>
        </>
      ) : null}
      <p aria-live="polite" className="text-12 text-pretty text-muted">
        {found === null
          ? ''
          : texts.length === 0
            ? t(found.read === 0 ? 'suggestions.unread' : 'suggestions.nothing')
            : drawingsOnly
              ? t('suggestions.drawings', compared)
              : t(found.of.kind === 'list' ? 'suggestions.compared' : 'suggestions.comparedOne', compared)}
      </p>
    </section>
  )
}
