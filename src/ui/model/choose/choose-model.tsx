import { WifiOff } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import {
  estimateClassifierSize,
  estimateSize,
  expectedDtypes,
} from '../../../core/model/catalogue/estimate-size'
import { fixedLabelCatalogue } from '../../../core/model/catalogue/fixed-label-catalogue'
import { modelCatalogue } from '../../../core/model/catalogue/model-catalogue'
import { isWhole } from '../../../core/model/stored/begun-download'
import { sourceKey } from '../../../core/model/model-source'
import { totalSize } from '../../../core/model/files/choose-files'
import { hubSource, modelNames } from '../../../core/model/catalogue/model-names'
import { answeringModel } from '../../../state/model/current-model'
import { useActions, useAppState, usePlatform, useScreen } from '../../context/ui-context'
import { CatalogueRow, ChooseRow } from './catalogue-row'
import { HostForm } from './host-form'
import { OtherModelForm } from './other-model-form'
import { Button } from '../../primitives/button'
import { Disclosure } from '../../primitives/disclosure'
import { RecommendedCard } from '../offer/recommended-card'
import { TransferNote } from '../stored/transfer-note'
import { useModelWords } from '../texts/use-model-words'

/** A model of the person's own files. */
const FromDevice = () => {
  const { t } = useModelWords()
  const { importModel } = useActions()
  const { pickModelFolder, pickModelFiles } = usePlatform()
  const take = async (ask: () => Promise<readonly File[]>) => {
    const files = await ask()
    if (files.length > 0) await importModel(files)
  }
  return (
    <Disclosure title={t('model.ownTitle')} summary={t('model.ownSummary')}>
      <p className="pb-3 text-12 text-pretty text-muted">{t('model.ownText')}</p>
      <div className="flex flex-wrap gap-2">
        {pickModelFolder ? (
          <Button onClick={() => void take(pickModelFolder)}>{t('model.chooseFolder')}</Button>
        ) : null}
        <Button onClick={() => void take(pickModelFiles)}>{t('model.chooseFiles')}</Button>
      </div>
      <TransferNote />
    </Disclosure>
  )
}

const watchOnline = (onChange: () => void) => {
  window.addEventListener('online', onChange)
  window.addEventListener('offline', onChange)
  return () => {
    window.removeEventListener('online', onChange)
    window.removeEventListener('offline', onChange)
  }
}

/** Whether the browser believes that there is a network. That it does says little; that it does not is sure. */
const useOnline = (): boolean => useSyncExternalStore(watchOnline, () => navigator.onLine)

/** Every model of the catalogues, with Mini. */
const AllModels = () => {
  const { t } = useModelWords()
  const { loadBuiltIn } = useActions()
  const host = useAppState(({ settings }) => settings.modelHost)
  const stored = useAppState((state) => state.storedModels)
  const source = useAppState(({ model }) => answeringModel(model)?.choice.source ?? null)
  const inUse = source && sourceKey(source)
  const gpu = useAppState((state) => state.gpu)
  const known = stored.kind === 'ready' ? stored.models : []
  const stateOf = (id: string) => {
    const key = sourceKey(hubSource(host, id))
    if (key === inUse) return 'in use'
    const here = known.find((candidate) => candidate.key === key)
    if (here === undefined) return 'absent'
    return isWhole(here) ? 'stored' : 'begun'
  }
  return (
    <div className="-mx-3">
      <p aria-hidden className="px-4 pt-1.5 text-end text-12 text-muted">
        {t('model.columns')}
      </p>
      <ul aria-label={t('model.listTitle')} className="px-2">
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
          name={t('model.builtIn')}
          text={t('model.builtInText')}
          accuracy={null}
          size={t('model.builtInSize')}
          note={source?.kind === 'app' ? t('model.inUse') : null}
          onChoose={loadBuiltIn}
        />
      </ul>
      <p className="px-4 pt-1 pb-3 text-12 text-pretty text-muted">
        {`${t('model.accuracyNote')} ${t('model.sizeNote')}`}
      </p>
      <h3 className="px-4 pb-1 font-medium">{t('model.classifiersTitle')}</h3>
      <ul aria-label={t('model.classifiersTitle')} className="px-2">
        {fixedLabelCatalogue.map((model) => (
          <CatalogueRow
            key={model.id}
            model={model}
            size={estimateClassifierSize(
              model.parameters.value,
              expectedDtypes(gpu, model.visionKind).vision,
            )}
            state={stateOf(model.id)}
          />
        ))}
      </ul>
      <p className="px-4 pt-1 pb-3 text-12 text-pretty text-muted">{t('model.classifiersNote')}</p>
    </div>
  )
}

/** Models that the owner of the site has laid beside the app: no other host is asked for them. */
const BesideModels = () => {
  const { t, format } = useModelWords()
  const { chooseModel } = useActions()
  const surroundings = useScreen((state) => state.surroundings)
  if (!surroundings || surroundings.beside.length === 0) return null
  return (
    <>
      <h3 className="px-4 pb-1 font-medium">{t('model.offer.besideTitle')}</h3>
      <ul aria-label={t('model.offer.besideTitle')} className="px-2 pb-3">
        {surroundings.beside.map(({ id, files, licence }) => (
          <ChooseRow
            key={id}
            name={modelNames.get(id) ?? id}
            text={licence === '' ? t('model.offer.besideText') : t('model.offer.licence', { licence })}
            accuracy={null}
            size={t('model.aboutSize', { size: format.bytes(totalSize(files) ?? 0) })}
            note={null}
            onChoose={() =>
              void chooseModel({
                source: { kind: 'url', baseUrl: `${surroundings.besideUrl}${id}` },
                dtype: 'auto',
                device: 'auto',
              })
            }
          />
        ))}
      </ul>
    </>
  )
}

/** The models that are offered by name, and the ways to any other. */
export const ChooseModel = () => {
  const { t } = useModelWords()
  const online = useOnline()
  // One size to agree to at a time: two buttons to download stood here, and the wrong one was pressed.
  const asking = useAppState(({ model }) => model.kind === 'planning' || model.kind === 'planned')
  return (
    <>
      {online ? null : (
        <p className="mx-4 mt-2 flex gap-2.5 rounded-control bg-accent-soft p-3">
          <WifiOff size={16} strokeWidth={1.75} aria-hidden className="mt-px shrink-0 text-accent" />
          <span>{t('model.offline')}</span>
        </p>
      )}
      {asking ? null : <RecommendedCard />}
      <BesideModels />
      <Disclosure title={t('model.offer.more')} summary={t('model.offer.moreSummary')}>
        <AllModels />
      </Disclosure>
      <OtherModelForm />
      <FromDevice />
      <HostForm />
    </>
  )
}
