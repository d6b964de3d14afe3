import { useDeferredValue, useId, useState } from 'react'
import { isRestTag } from '../../../core/question/scoring/neutral-tags'
import { Button } from '../../primitives/button'
import { RangeField } from '../../primitives/fields/range-field'
import { useActions, useAppState, useWords } from '../../context/ui-context'

/** Where a threshold begins that is set for the first time: as likely as the texts that say nothing. */
const FIRST = 0.5

/** A threshold for one tag at a time: a list of a thousand sliders does not help. */
export const ThresholdControl = () => {
  const { t, format } = useWords()
  const { setTagThreshold } = useActions()
  // A thousand options are drawn when nothing else is waiting.
  const tags = useDeferredValue(useAppState((state) => state.tags))
  const [chosenId, setChosenId] = useState('')
  const id = useId()
  const named = tags.filter(({ text }) => !isRestTag(text))
  const chosen = named.find((tag) => tag.id === chosenId)
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
        {named.map((tag) => (
          <option key={tag.id} value={tag.id}>
            {tag.threshold === null
              ? tag.text
              : `${tag.text} (${t('units.percent', { value: format.percent(tag.threshold) })})`}
          </option>
        ))}
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
