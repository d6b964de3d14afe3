import { TriangleAlert } from 'lucide-react'
import { answeringModel } from '../../state/current-model'
import { describeDemotion } from '../../state/describe-demotion'
import { Button } from '../primitives/button'
import { useActions, useAppState } from '../ui-context'
import { ModelFacts } from './model-facts'
import { nameOfModel } from './model-name'
import { words } from './words'

/** The model that answers: what it is, how it runs, and how to be rid of it. */
export const ModelInUse = ({ onChoose }: { readonly onChoose: () => void }) => {
  const { retryGraphicsCard, unloadModel } = useActions()
  const answering = useAppState((state) => answeringModel(state.model))
  if (answering === null)
    return (
      <div className="px-6 py-8 text-center">
        <p className="pb-4 text-pretty text-muted">{words.nothingLoaded}</p>
        <Button variant="primary" onClick={onChoose}>
          {words.chooseModel}
        </Button>
      </div>
    )
  const { model } = answering
  const demotion = describeDemotion(model)
  return (
    <>
      <h3 className="px-4 pt-3 text-14 font-semibold">{nameOfModel(model)}</h3>
      {model.scope === '' ? null : (
        <div className="px-4 pt-1">
          <p className="pb-2.5 text-pretty text-muted">{words.drawingsOnly}</p>
          <Button size="small" variant="primary" onClick={onChoose}>
            {words.chooseModel}
          </Button>
        </div>
      )}
      {demotion === null ? null : (
        <div className="mx-4 mt-3 flex gap-2.5 rounded-control bg-danger-soft p-3">
          <TriangleAlert size={16} strokeWidth={1.75} aria-hidden className="mt-px shrink-0 text-danger" />
          <div>
            <p className="pb-2.5">{demotion}</p>
            <Button size="small" onClick={retryGraphicsCard}>
              {words.tryGpu}
            </Button>
          </div>
        </div>
      )}
      <ModelFacts answering={answering} />
      <div className="flex items-center gap-3 border-t border-line px-4 py-3">
        <Button size="small" onClick={unloadModel}>
          {words.unload}
        </Button>
        <span className="text-12 text-muted">{words.unloadText}</span>
      </div>
    </>
  )
}
