import { Check, CircleSlash, X } from 'lucide-react'
import { useState } from 'react'
import type { Picture } from '../../../state/app-state'
import { picturesOf } from '../../../state/pictures/picture-places'
import { decisionFor, exampleCounts } from '../../../state/tasks/decisions/decisions'
import { answeringTask } from '../../../state/tasks/tasks'
import type { MarkActions } from '../../../state/tasks/own/own-actions'
import { useActions, useAppState } from '../../context/ui-context'
import { useAttempt } from '../../parts/use-attempt'
import { useReviewWords } from '../../pictures/use-decision'
import { Button } from '../../primitives/button'
import { classNames } from '../../primitives/class-names'
import { CutText } from '../../primitives/cut-text/cut-text'
import { Segmented } from '../../primitives/fields/segmented'
import { Swatch } from '../../primitives/swatch'
import { useOwnWords } from './use-own-words'

/** Buttons until the rest of the tags is a list to choose from: as many as there are keys for. */
const MOST_BUTTONS = 9

/** Ids of the pictures that a press is about: those that are selected together with this one, or this one alone. */
export const useMeant = (id: string): readonly string[] => {
  const selected = useAppState(({ selection }) => selection.ids)
  return selected.has(id) ? [...selected] : [id]
}

/** What is said of all of these pictures alike: the tags by `yes` and `no`, and whether it is a decision. */
export const useSaid = (ids: readonly string[]) => {
  const marks = useAppState((state) => state.marks)
  const pictures = useAppState((state) => state.pictures)
  const tags = useAppState((state) => state.tags)
  const meant = picturesOf(pictures, ids)
  const hashes = new Set(meant.flatMap(({ phase }) => phase.facts?.sha256 ?? []))
  const said = marks.filter(({ id }) => hashes.has(id))
  const all = said.length === hashes.size && hashes.size > 0 ? said : []
  return {
    isRead: hashes.size > 0,
    isSaid: said.length > 0,
    isNone: all.length > 0 && meant.every((one) => decisionFor({ marks, tags }, one)?.kind === 'none'),
    has: (tagId: string, says: 'yes' | 'no') =>
      all.length > 0 && all.every((mark) => mark[says].includes(tagId)),
  }
}

/** The tags as buttons that say of pictures what they are; said again, it is taken back. */
const TagButtons = ({
  ids,
  isRead,
  has,
}: { readonly ids: readonly string[] } & ReturnType<typeof useSaid>) => {
  const { t } = useOwnWords()
  const { t: say } = useReviewWords()
  const { marking } = useActions()
  const attempt = useAttempt()
  const tags = useAppState((state) => state.tags)
  const counts = useAppState(({ marks }) => exampleCounts(marks))
  const several = useAppState(({ settings }) => settings.rules.mode === 'multi')
  const [wanted, setWanted] = useState<'yes' | 'no'>('yes')
  const says = several ? wanted : 'yes'
  const mark = (tagId: string) =>
    void attempt(async () => {
      ;(await marking.load()).mark(ids, tagId, says)
    })
  const rest = tags.slice(MOST_BUTTONS)
  const begins = t(says === 'yes' ? 'own.thisIs' : 'own.isNot')
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      <span className="text-12 text-muted">
        {ids.length > 1 ? say('review.selected', { count: ids.length }) : begins}
      </span>
      {tags.slice(0, MOST_BUTTONS).map(({ id, text, hue }, place) => {
        const count = counts.get(id) ?? 0
        return (
          <button
            key={id}
            type="button"
            aria-pressed={has(id, says)}
            aria-label={t('own.tag', { tag: text, count })}
            data-tip={`${text}  ${String(place + 1)}`}
            // Drawn and not read: no part of its name.
            data-digit={place + 1}
            data-count={count > 0 ? count : ''}
            disabled={!isRead}
            onClick={() => {
              mark(id)
            }}
            className={classNames(
              'inline-flex h-7 max-w-full min-w-0 items-center gap-1.5 rounded-full border border-line bg-card px-2.5 text-12 transition-colors duration-100 touch:h-10 touch:px-3.5',
              'before:text-muted before:tabular-nums before:content-[attr(data-digit)] after:text-muted after:tabular-nums after:content-[attr(data-count)] hover:border-control aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:font-semibold disabled:opacity-45',
            )}
          >
            <Swatch hue={hue} />
            <CutText text={text} />
          </button>
        )
      })}
      {rest.length > 0 ? (
        <select
          aria-label={t('own.another')}
          value=""
          onChange={({ target }) => {
            if (target.value !== '') mark(target.value)
          }}
          className="h-7 max-w-40 rounded-full border border-line bg-card px-2 text-12 touch:h-10"
        >
          <option value="">{t('own.another')}</option>
          {rest.map(({ id, text }) => (
            <option key={id} value={id}>
              {text}
            </option>
          ))}
        </select>
      ) : null}
      {several ? (
        <Segmented
          label={t('own.says')}
          choices={[
            { value: 'yes', label: t('own.is') },
            { value: 'no', label: t('own.not') },
          ]}
          value={wanted}
          onChange={setWanted}
          className="ms-auto"
        />
      ) : null}
    </div>
  )
}

/** What can be decided of a picture, or of all that are selected with it: a tag, what the model says, none of these, nothing. */
export const ExampleButtons = ({ picture }: { readonly picture: Picture }) => {
  const { t } = useReviewWords()
  const { marking } = useActions()
  const attempt = useAttempt()
  const ids = useMeant(picture.id)
  const said = useSaid(ids)
  const inClasses = useAppState((state) => answeringTask(state) === 'fixed-labels')
  const run = (what: (marks: MarkActions) => unknown) => () =>
    void attempt(async () => {
      await what(await marking.load())
    })
  return (
    <>
      <TagButtons ids={ids} {...said} />
      <div className="flex flex-wrap items-center gap-1.5">
        <Button
          size="small"
          data-tip={inClasses ? t('review.classesToAccept') : `${t('review.acceptTip')}  ↵`}
          disabled={!said.isRead || inClasses}
          onClick={run(({ review }) => review.accept(ids))}
        >
          <Check size={14} strokeWidth={2} aria-hidden />
          <span>{t('review.accept')}</span>
        </Button>
        <Button
          size="small"
          data-tip={`${t('review.none')}  X`}
          aria-pressed={said.isNone}
          disabled={!said.isRead}
          onClick={run(({ markNone }) => {
            markNone(ids)
          })}
          className="aria-pressed:border-accent aria-pressed:bg-accent-soft"
        >
          <CircleSlash size={13} strokeWidth={2} aria-hidden />
          <span>{t('review.none')}</span>
        </Button>
        <Button
          size="small"
          variant="quiet"
          data-tip={`${t('review.clearTip')}  U`}
          disabled={!said.isSaid}
          onClick={run(({ unmark }) => {
            unmark(ids)
          })}
        >
          <X size={14} strokeWidth={2} aria-hidden />
          <span>{t('review.clear')}</span>
        </Button>
      </div>
    </>
  )
}
