import { type ReactNode } from 'react'
import { currentModel } from '../../state/model/current-model'
import { lateComponent } from '../parts/late-component'
import { Part } from '../parts/part'
import { Segmented } from '../primitives/fields/segmented'
import { TagsPanel } from '../tags/tags-panel'
import { useAppState, useWords } from '../ui-context'
import { useLabelMode } from './use-label-mode'

const CategoriesPanel = lateComponent(async () => (await import('./categories-panel')).CategoriesPanel)
const ClassifierChoice = lateComponent(async () => (await import('./classifier-choice')).ClassifierChoice)

const Frame = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <section aria-label={label} className="scroll-y min-h-0 flex-1 bg-panel">
    {children}
  </section>
)

/** The column of labels: the person's own tags, or a classifier's, as the model that answers has it. */
export const LabelsPanel = ({ headed = true }: { readonly headed?: boolean }) => {
  const { t } = useWords()
  const { mode, changeMode } = useLabelMode()
  const task = useAppState(({ model }) => currentModel(model)?.task ?? 'zero-shot')

  return (
    <div className="flex h-full min-h-0 flex-col bg-panel">
      <div className="shrink-0 border-b border-line p-2">
        <Segmented
          label={t('labels.mode')}
          choices={[
            { value: 'tags', label: t('labels.tags') },
            { value: 'imagenet', label: t('labels.imagenet') },
          ]}
          value={mode}
          onChange={(next) => void changeMode(next)}
          className="flex w-full"
        />
      </div>
      {mode === 'tags' ? (
        <div className="min-h-0 flex-1">
          <TagsPanel headed={headed} />
        </div>
      ) : (
        <Frame label={t('labels.title')}>
          <Part>{task === 'fixed-labels' ? <CategoriesPanel /> : <ClassifierChoice />}</Part>
        </Frame>
      )}
    </div>
  )
}
