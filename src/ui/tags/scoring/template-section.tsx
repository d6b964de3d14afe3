import { readTemplates } from '../../../core/question/prompts/tag-prompts'
import { lateComponent } from '../../parts/late-component'
import { Part } from '../../parts/part'
import { Disclosure } from '../../primitives/disclosure'
import { useAppState, useWords } from '../../context/ui-context'
import { useUnfolding } from './use-unfolding'

const TemplateFields = lateComponent(async () => (await import('./template-fields')).TemplateFields)

/** The template in a few words, and folded away what it is made with. */
export const TemplateSection = () => {
  const { t } = useWords()
  const templates = readTemplates(useAppState(({ settings }) => settings.template))
  const unfolding = useUnfolding('template')
  return (
    <Disclosure
      {...unfolding}
      title={t('tags.template')}
      summary={
        templates.length === 1 ? (templates[0] ?? '') : t('tags.templates', { count: templates.length })
      }
    >
      <Part>
        <TemplateFields />
      </Part>
    </Disclosure>
  )
}
