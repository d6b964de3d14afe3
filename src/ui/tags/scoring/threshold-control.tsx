import { memo, useDeferredValue, useId, useMemo, useState } from 'react'
import { isRestTag } from '../../../core/question/scoring/neutral-tags'
import type { Tag } from '../../../core/tags/tag-list'
import { Button } from '../../primitives/button'
import { RangeField } from '../../primitives/fields/range-field'
import { useActions, useAppState, useWords } from '../../context/ui-context'

/** Where a threshold begins that is set for the first time: as likely as the texts that say nothing. */
const FIRST = 0.5

const TagOption = memo(({ tag: { id, text, threshold } }: { readonly tag: Tag }) => {
  const { t, format } = useWords()
  return (
    <option value={id}>
      {threshold === null ? text : `${text} (${t('units.percent', { value: format.percent(threshold) })})`}
    </option>
  )
})
TagOption.displayName = 'TagOption'

/** Drawn where one of the tags has changed, and not at each step of the slider below. */
const TagOptions = memo(({ tags }: { readonly tags: readonly Tag[] }) => (
  <>
    {tags.map((tag) => (
      <TagOption key={tag.id} tag={tag} />
    ))}
  </>
))
TagOptions.displayName = 'TagOptions'

/** A threshold for one tag at a time: a list of a thousand sliders does not help. */
export const ThresholdControl = () => {
  const { t, format } = useWords()
  const { setTagThreshold } = useActions()
  // A thousand options are drawn when nothing else is waiting.
  const now = useAppState((state) => state.tags)
  const tags = useDeferredValue(now)
  const [chosenId, setChosenId] = useState('')
  const id = useId()
  const named = useMemo(() => tags.filter(({ text }) => !isRestTag(text)), [tags])
  const chosen = now.find((tag) => tag.id === chosenId && !isRestTag(tag.text))
  return (
    <div>
      <label htmlFor={id} className="block pb-1.5 text-12 text-muted">
        {t('tags.threshold')}
      </label>
      <select
        id={id}
        value={chosen?.id ?? ''}
        onChange={({ target }) => {
          setChosenId(target.value)
        }}
        className="h-8 w-full min-w-0 rounded-control border border-control bg-card px-2 text-13 touch:h-11 touch:text-16"
      >
        <option value="">{t('tags.thresholdNone')}</option>
        <TagOptions tags={named} />
      </select>
      {chosen ? (
        <div className="pt-2">
          <RangeField
            key={chosen.id}
            label={t('tags.thresholdLeast')}
            text={t('tags.thresholdText')}
            min={1}
            max={99}
            step={1}
            value={Math.round((chosen.threshold ?? FIRST) * 100)}
            format={(percent) =>
              chosen.threshold === null
                ? t('tags.thresholdUnset')
                : t('units.percent', { value: format.count(percent) })
            }
            onChange={(percent) => {
              setTagThreshold(chosen.id, percent / 100)
            }}
          />
          {chosen.threshold === null ? null : (
            <Button
              size="small"
              className="mt-2"
              onClick={() => {
                setTagThreshold(chosen.id, null)
              }}
            >
              {t('tags.thresholdReset')}
            </Button>
          )}
        </div>
      ) : null}
    </div>
  )
}
