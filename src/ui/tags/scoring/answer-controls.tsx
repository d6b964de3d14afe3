import { DEFAULT_RULES } from '../../../core/question/scoring/judge'
import { NONE_ID } from '../../../core/desk/view/view'
import { RangeField } from '../../primitives/fields/range-field'
import { Segmented } from '../../primitives/fields/segmented'
import { useActions, useApp, useAppState, useWords } from '../../context/ui-context'

const LEAST = -5
const MOST = 15
const STEP = 0.5

/** How many pictures stand without a tag now: the effect of the margin, as it is moved. */
const Effect = () => {
  const { t } = useWords()
  const { selectors } = useApp()
  const none = useAppState((state) => selectors.tagCounts(state).get(NONE_ID) ?? 0)
  const ready = useAppState(({ pictures }) => pictures.some(({ phase }) => phase.kind === 'ready'))
  return ready ? (
    <p aria-live="polite" className="pt-1.5 text-12 font-medium">
      {t('tags.noneEffect', { count: none })}
    </p>
  ) : null
}

/** One tag or several, and what a tag has to beat so that it is not "none of these". */
export const AnswerControls = () => {
  const { t, format } = useWords()
  const { setRules } = useActions()
  const { mode, noneMargin } = useAppState(({ settings }) => settings.rules)
  return (
    <div className="flex flex-col gap-3">
      <div>
        <Segmented
          label={t('tags.mode')}
          choices={[
            { value: 'single', label: t('tags.modes.single') },
            { value: 'multi', label: t('tags.modes.multi') },
          ]}
          value={mode}
          onChange={(next) => {
            setRules({ mode: next })
          }}
          className="w-full"
        />
        <p className="pt-1.5 text-12 text-muted">{t(`tags.modeTexts.${mode}`)}</p>
      </div>
      <label className="flex min-h-6 items-center gap-2 touch:min-h-11">
        <input
          type="checkbox"
          checked={noneMargin !== null}
          onChange={({ target }) => {
            setRules({ noneMargin: target.checked ? DEFAULT_RULES.noneMargin : null })
          }}
          className="size-4 shrink-0 touch:size-5"
        />
        <span>{t('tags.noneSwitch')}</span>
      </label>
      {noneMargin === null ? null : (
        <div>
          <RangeField
            label={t('tags.noneMargin')}
            text={t('tags.noneMarginText')}
            min={LEAST}
            max={MOST}
            step={STEP}
            value={noneMargin}
            format={(margin) => format.decimal(margin, 1)}
            onChange={(next) => {
              setRules({ noneMargin: next })
            }}
          />
          <Effect />
        </div>
      )}
    </div>
  )
}
