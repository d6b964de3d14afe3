import type { ComponentType } from 'react'
import { isFor } from '../../../core/model/loaded-model'
import { lateComponent } from '../../parts/late-component'
import { Part } from '../../parts/part'
import { useWords } from '../../context/ui-context'
import type { TaskView } from '../task-view'

const CategoriesPanel = lateComponent(async () => (await import('./categories-panel')).CategoriesPanel)
const ClassifierChoice = lateComponent(async () => (await import('./classifier-choice')).ClassifierChoice)
const FixedLabelRanking = lateComponent(async () => (await import('./fixed-label-ranking')).FixedLabelRanking)

const Column = ({ Content }: { readonly Content: ComponentType }) => {
  const { t } = useWords()
  return (
    <section aria-label={t('labels.title')} className="scroll-y h-full min-h-0 bg-panel">
      <Part>
        <Content />
      </Part>
    </section>
  )
}

/** Pictures judged by a classifier's own labels. All of it comes with the first classifier. */
export const fixedLabelsView: TaskView = {
  name: ({ t }) => t('labels.imagenet'),
  command: ({ t }) => t('commands.modes.imagenet'),
  Labels: () => <Column Content={CategoriesPanel} />,
  Choice: () => <Column Content={ClassifierChoice} />,
  Ranking: ({ picture }) => (
    <Part>
      <FixedLabelRanking picture={picture} />
    </Part>
  ),
  // One part with the ranking, or its failure would be said twice.
  Footer: null,
  facts: ({ t }, model) =>
    isFor(model, 'fixed-labels')
      ? [[t('model.labels'), t('model.numbers', { count: model.labels.length })]]
      : [],
}
