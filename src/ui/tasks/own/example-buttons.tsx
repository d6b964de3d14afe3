import { useState } from 'react'
import type { Mark } from '../../../core/tasks/own/marks'
import type { Picture } from '../../../state/app-state'
import { useActions, useAppState } from '../../context/ui-context'
import { useAttempt } from '../../parts/use-attempt'
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

const useMark = ({ phase }: Picture): Mark | undefined =>
  useAppState(({ marks }) => marks.find(({ id }) => id === phase.facts?.sha256))

/** The tags as buttons that say of a picture what it is; said again, it is taken back. */
export const ExampleButtons = ({ picture }: { readonly picture: Picture }) => {
  const { t } = useOwnWords()
  const { marking } = useActions()
  const attempt = useAttempt()
  const tags = useAppState((state) => state.tags)
  const marks = useAppState((state) => state.marks)
  const several = useAppState(({ settings }) => settings.rules.mode === 'multi')
  const [wanted, setWanted] = useState<'yes' | 'no'>('yes')
  const says = several ? wanted : 'yes'
  const meant = useMeant(picture.id)
  const mark = useMark(picture)
  const say = (tagId: string) =>
    void attempt(async () => {
      ;(await marking.load()).mark(meant, tagId, says)
    })
  const rest = tags.slice(MOST_BUTTONS)
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      <span className="text-12 text-muted">{t(says === 'yes' ? 'own.thisIs' : 'own.isNot')}</span>
      {tags.slice(0, MOST_BUTTONS).map(({ id, text, hue }) => {
        const count = marks.filter(({ yes }) => yes.includes(id)).length
        return (
          <button
            key={id}
            type="button"
            aria-pressed={mark?.[says].includes(id) ?? false}
            aria-label={t('own.tag', { tag: text, count })}
            disabled={picture.phase.facts === null}
            onClick={() => {
              say(id)
            }}
            className={classNames(
              'inline-flex h-7 max-w-full min-w-0 items-center gap-1.5 rounded-full border border-line bg-card px-2.5 text-12 transition-colors duration-100 touch:h-10 touch:px-3.5',
              'hover:border-control aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:font-semibold disabled:opacity-45',
            )}
          >
            <Swatch hue={hue} />
            <CutText text={text} />
            {/* Drawn by the style: as text it would have to stand in the name as it does here. */}
            {count > 0 ? (
              <span data-count={count} className="text-muted tabular-nums after:content-[attr(data-count)]" />
            ) : null}
          </button>
        )
      })}
      {rest.length > 0 ? (
        <select
          aria-label={t('own.another')}
          value=""
          onChange={({ target }) => {
            if (target.value !== '') say(target.value)
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
