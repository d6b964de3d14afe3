import { readTag, readTemplates, tagPrompts } from '../../../core/question/prompts/tag-prompts'
import { useTyped } from '../../primitives/fields/use-typed'
import { useActions, useApp, useAppState, useWords } from '../../context/ui-context'
import { TemplateField } from './template-field'

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

/** How a tag becomes prompts, with the first prompt of the first tag as it will be read. */
export const TemplateFields = () => {
  const { t } = useWords()
  const { setTemplate } = useActions()
  const template = useAppState(({ settings }) => settings.template)
  const sample = useAppState(({ tags }) => tags.find(({ picture }) => !picture)?.text ?? 'car')
  const field = useTyped(template, setTemplate)
  const prompts = tagPrompts(sample, readTemplates(template))

  return (
    <div>
      <TemplateField
        label={t('tags.templateField')}
        value={field.shown}
        lines={{ least: 2, most: 8 }}
        onChange={field.set}
        onBlur={field.leave}
        onPreset={(chosen) => {
          field.leave()
          setTemplate(chosen)
        }}
      />
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
