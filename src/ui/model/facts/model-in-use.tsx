import { TriangleAlert } from 'lucide-react'
import { answeringModel } from '../../../state/model/current-model'
import { demotionOf, describeDemotion } from '../../../state/messages/describe-demotion'
import { Button } from '../../primitives/button'
import { useActions, useAppState, useScreenStore } from '../../context/ui-context'
import { KernelButtons } from './kernel-buttons'
import { IdentityFacts, RunningFacts } from './model-facts'
import { nameOfModel } from '../texts/model-name'
import { useModelWords } from '../texts/use-model-words'

/** The model that answers: what it is, how it runs, and how to be rid of it. */
export const ModelInUse = ({ onChoose }: { readonly onChoose: () => void }) => {
  const words = useModelWords()
  const { t } = words
  const { retryGraphicsCard, unloadModel } = useActions()
  const screen = useScreenStore()
  const answering = useAppState((state) => answeringModel(state.model))
  if (answering === null)
    return (
      <div className="px-6 py-8 text-center">
        <p className="pb-4 text-pretty text-muted">{t('model.nothingLoaded')}</p>
        <Button variant="primary" onClick={onChoose}>
          {t('model.chooseModel')}
        </Button>
      </div>
    )
  const { model } = answering
  const demotion = demotionOf(model)
  return (
    <>
      <h3 className="px-4 pt-3 text-14 font-semibold">{nameOfModel(model)}</h3>
      {model.scope === '' ? null : (
        <div className="px-4 pt-1">
          <p className="pb-2.5 text-pretty text-muted">{t('model.drawingsOnly')}</p>
          <Button size="small" variant="primary" onClick={onChoose}>
            {t('model.chooseModel')}
          </Button>
        </div>
      )}
      {demotion === null ? null : (
        <div className="mx-4 mt-3 flex gap-2.5 rounded-control bg-danger-soft p-3">
          <TriangleAlert size={16} strokeWidth={1.75} aria-hidden className="mt-px shrink-0 text-danger" />
          <div>
            <p className="pb-2.5">{describeDemotion(words, demotion)}</p>
            <Button size="small" onClick={retryGraphicsCard}>
              {t('model.tryGpu')}
            </Button>
          </div>
        </div>
      )}
      <RunningFacts answering={answering} />
      <div className="flex flex-wrap items-center gap-2 px-4 pb-3">
        <Button
          size="small"
          onClick={() => {
            screen.setState({ dialog: 'measure' })
          }}
        >
          {t('measure.title')}
        </Button>
        <KernelButtons answering={answering} />
      </div>
      <IdentityFacts answering={answering} />
      <div className="flex items-center gap-3 border-t border-line px-4 py-3">
        <Button size="small" onClick={unloadModel}>
          {t('model.unload')}
        </Button>
        <span className="text-12 text-muted">{t('model.unloadText')}</span>
      </div>
    </>
  )
}
