import { ChevronDown } from 'lucide-react'
import { useId } from 'react'
import { readTag, readTemplates, tagPrompts } from '../../../core/question/prompts/tag-prompts'
import { SLOT } from '../../../core/question/scoring/prompt'
import { Button } from '../../primitives/button'
import { MenuButton } from '../../primitives/menu/menu-button'
import { useTyped } from '../../primitives/fields/use-typed'
import { useActions, useApp, useAppState, useWords } from '../../context/ui-context'
import { usePresetItems } from './use-preset-items'

/** The effect of a template at a glance: how far best tags are ahead, over all ranked pictures. */
const MeanMargin = () => {
  const { t, format } = useWords()
  const { selectors } = useApp()
  const margin = useAppState(selectors.tasks['zero-shot'].meanMargin)
  return margin === null ? null : (
    <p aria-live="polite" className="pt-2 text-12 tabular-nums">
      {t('tags.meanMargin', { points: format.percent(margin) })}
    </p>
  )
}

/** Lines of the field: as many as there are templates, within reason. */
const MOST_LINES = 8

/** How a tag becomes prompts, with the first prompt of the first tag as it will be read. */
export const TemplateFields = () => {
  const { t } = useWords()
  const { setTemplate } = useActions()
  const template = useAppState(({ settings }) => settings.template)
  const sample = useAppState(({ tags }) => tags.find(({ picture }) => !picture)?.text ?? 'car')
  const field = useTyped(template, setTemplate)
  const id = useId()
  const templates = readTemplates(template)
  const prompts = tagPrompts(sample, templates)
  const usePresets = usePresetItems((chosen) => {
    field.leave()
    setTemplate(chosen)
  })

  return (
    <div>
      <div className="flex items-center justify-between gap-2 pb-1.5">
        <label htmlFor={id} className="text-12 text-muted">
          {t('tags.templateField')}
        </label>
        <MenuButton label={t('tags.presets')} useItems={usePresets}>
          <Button size="small" variant="quiet" className="-me-1">
            <span>{t('tags.presets')}</span>
            <ChevronDown size={14} strokeWidth={1.75} aria-hidden />
          </Button>
        </MenuButton>
      </div>
      <textarea
        id={id}
        dir="auto"
        rows={Math.min(MOST_LINES, Math.max(2, field.shown.split('\n').length))}
        value={field.shown}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => {
          field.set(target.value)
        }}
        onBlur={field.leave}
        className="block w-full resize-y rounded-control border border-control bg-card px-2.5 py-1.5 text-13 focus-visible:-outline-offset-1 touch:text-16"
      />
      <p id={`${id}-hint`} className="pt-1.5 text-12 text-muted">
        {templates.every((line) => line.includes(SLOT)) ? t('tags.templateHint') : t('tags.templateNoSlot')}
      </p>
      <dl className="mt-3 rounded-control bg-track px-2.5 py-2">
        <dt className="text-12 text-muted">{t('tags.templatePreview', { count: prompts.length })}</dt>
        <dd className="line-clamp-3 break-words">
          <bdi>{prompts[0]}</bdi>
        </dd>
        {readTag(sample).exclusions.length > 0 ? (
          <dd className="pt-1 text-12 text-muted">{t('tags.templateExclusions')}</dd>
        ) : null}
      </dl>
      <MeanMargin />
      <p className="pt-2 text-12 text-muted">{t('tags.tagGrammar')}</p>
    </div>
  )
}
