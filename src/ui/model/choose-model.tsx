import { WifiOff } from 'lucide-react'
import { estimateClassifierSize, estimateSize, expectedDtypes } from '../../core/catalogue/estimate-size'
import { fixedLabelCatalogue } from '../../core/catalogue/fixed-label-catalogue'
import { modelCatalogue } from '../../core/catalogue/model-catalogue'
import { isWhole } from '../../core/model/begun-download'
import { sourceKey } from '../../core/model/model-source'
import { hubSource } from '../../core/catalogue/model-names'
import { answeringModel } from '../../state/current-model'
import { useActions, useAppState } from '../ui-context'
import { CatalogueRow, ChooseRow } from './catalogue-row'
import { FromDevice } from './from-device'
import { HostForm } from './host-form'
import { OtherModelForm } from './other-model-form'
import { useOnline } from './use-online'
import { words } from './words'

/** The models that are offered by name, and the ways to any other. */
export const ChooseModel = () => {
  const { loadBuiltIn } = useActions()
  const host = useAppState(({ settings }) => settings.modelHost)
  const stored = useAppState((state) => state.storedModels)
  const source = useAppState(({ model }) => answeringModel(model)?.choice.source ?? null)
  const inUse = source && sourceKey(source)
  const online = useOnline()
  const gpu = useAppState((state) => state.gpu)
  const dtype = expectedDtypes(gpu)
  const known = stored.kind === 'ready' ? stored.models : []
  const stateOf = (id: string) => {
    const key = sourceKey(hubSource(host, id))
    if (key === inUse) return 'in use'
    const here = known.find((candidate) => candidate.key === key)
    if (here === undefined) return 'absent'
    return isWhole(here) ? 'stored' : 'begun'
  }
  return (
    <>
      {online ? null : (
        <p className="mx-4 mt-2 flex gap-2.5 rounded-control bg-accent-soft p-3">
          <WifiOff size={16} strokeWidth={1.75} aria-hidden className="mt-px shrink-0 text-accent" />
          {words.offline}
        </p>
      )}
      <p aria-hidden className="px-4 pt-1.5 text-right text-12 text-muted">
        {words.columns}
      </p>
      <ul aria-label={words.listTitle} className="px-2">
        {modelCatalogue.map((model) => (
          <CatalogueRow
            key={model.id}
            model={model}
            size={estimateSize(
              model.parameters.value,
              expectedDtypes(gpu, model.parameters.value.visionKind),
            )}
            state={stateOf(model.id)}
          />
        ))}
        <ChooseRow
          name={words.builtIn}
          text={words.builtInText}
          accuracy={null}
          size={words.builtInSize}
          note={source?.kind === 'app' ? words.inUse : null}
          onChoose={loadBuiltIn}
        />
      </ul>
      <p className="px-4 pt-1 pb-3 text-12 text-pretty text-muted">
        {words.accuracyNote} {words.sizeNote}
      </p>
      <h3 className="px-4 pb-1 font-medium">{words.classifiersTitle}</h3>
      <ul aria-label={words.classifiersTitle} className="px-2">
        {fixedLabelCatalogue.map((model) => (
          <CatalogueRow
            key={model.id}
            model={model}
            size={estimateClassifierSize(model.parameters.value, dtype.vision)}
            state={stateOf(model.id)}
          />
        ))}
      </ul>
      <p className="px-4 pt-1 pb-3 text-12 text-pretty text-muted">{words.classifiersNote}</p>
      <OtherModelForm />
      <FromDevice />
      <HostForm />
    </>
  )
}
