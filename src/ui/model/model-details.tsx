import { sourceName } from '../../core/model/model-source'
import { Button } from '../primitives/button'
import { ErrorNote } from '../primitives/error-note'
import { useActions, useAppState } from '../ui-context'
import { LoadForm } from './load-form'
import { ModelFacts } from './model-facts'
import { ModelProgress } from './model-progress'
import { words } from './words'

/** All about the model, by its phase, and the form to load one. `onDone` closes what this stands in. */
export const ModelDetails = ({ onDone }: { readonly onDone: () => void }) => {
  const { loadModel, unloadModel } = useActions()
  const model = useAppState((state) => state.model)
  if (model.kind === 'loading') return <ModelProgress {...model} />
  return (
    <>
      {model.kind === 'ready' ? (
        <>
          <ModelFacts model={model.model} />
          <div className="flex items-center gap-3 border-b border-line px-4 pb-4">
            <Button size="small" onClick={unloadModel}>
              {words.unload}
            </Button>
            <span className="text-12 text-muted">{words.unloadText}</span>
          </div>
        </>
      ) : null}
      {model.kind === 'failed' ? (
        <div className="border-b border-line p-4">
          <h3 className="pb-2.5 font-semibold break-words">
            {words.failed(sourceName(model.choice.source))}
          </h3>
          {model.previous ? <p className="pb-2.5">{words.previousWorks(model.previous.model.name)}</p> : null}
          <ErrorNote error={model.error}>
            <Button size="small" onClick={() => void loadModel(model.choice.source)}>
              {words.retry}
            </Button>
          </ErrorNote>
        </div>
      ) : null}
      <LoadForm title={model.kind === 'ready' ? words.switchTitle : words.loadTitle} onLoad={onDone} />
    </>
  )
}
