import { useEffect } from 'react'
import { fixedLabelCatalogue } from '../../../core/model/catalogue/fixed-label-catalogue'
import { estimateClassifierSize, expectedDtypes } from '../../../core/model/catalogue/estimate-size'
import { modelCatalogue } from '../../../core/model/catalogue/model-catalogue'
import { hubSource, QUICK_LOOK_ID } from '../../../core/model/catalogue/model-names'
import type { Bytes } from '../../../core/brands'
import { choiceOf } from '../../../core/model/model-choice'
import { recommendModel, type Offer, type Recommendation } from '../../../core/model/offer/recommend-model'
import { useAttempt } from '../../parts/use-attempt'
import {
  useActions,
  useAppState,
  usePlatform,
  useScreen,
  useScreenStore,
  useSite,
  useSiteState,
} from '../../context/ui-context'

/** What is recommended here; `null` while this machine is being looked at. */
export const useRecommendation = (): Recommendation | null => {
  const { readSurroundings } = usePlatform()
  const { refreshModels } = useActions()
  const attempt = useAttempt()
  const screen = useScreenStore()
  const surroundings = useScreen((state) => state.surroundings)
  const gpu = useAppState((state) => state.gpu)
  const stored = useAppState(({ storedModels }) => storedModels)
  const host = useAppState(({ settings }) => settings.modelHost)
  useEffect(() => {
    void attempt(async () => {
      if (screen.getState().surroundings === null) screen.setState({ surroundings: await readSurroundings() })
      await refreshModels()
    })
  }, [attempt, readSurroundings, refreshModels, screen])
  // A size that changes under the pointer would be agreed to unseen.
  if (surroundings === null || gpu === null || stored.kind === 'loading') return null
  const models = stored.kind === 'ready' ? stored.models : []
  return recommendModel(modelCatalogue, { ...surroundings, gpu, stored: models, host })
}

/** What is recommended to most, whatever this machine turns out to be. */
export const useUsualRecommendation = (): Recommendation | null => {
  const host = useAppState(({ settings }) => settings.modelHost)
  const machine = { cores: 8, memoryGigabytes: 8, speed: 2.5e6, beside: [], besideUrl: '' }
  return recommendModel(modelCatalogue, { ...machine, gpu: null, stored: [], host })
}

/** Turns the airplane switch off, and then goes on. */
export const useAirplaneOff = (): ((goOn: () => void) => void) => {
  const { setAirplane } = useSite().actions
  const { releaseLoading } = useActions()
  return (goOn) => {
    releaseLoading()
    void setAirplane(false).then(goOn)
  }
}

/** Whether the airplane switch keeps an offer away. */
export const useIsHeld = (): ((offer: Pick<Offer, 'where'>) => boolean) => {
  const airplane = useSiteState((state) => state.airplane)
  return ({ where }) => airplane && where === 'host'
}

/**
 * What a press on an offer does: it is the consent. Nothing else is asked unless it is more than it says. Where the
 * airplane switch keeps the offer away, the press turns that off first, as its button says.
 */
export const useGetOffer = (): ((offer: Pick<Offer, 'source' | 'size' | 'where'>) => void) => {
  const { getModel } = useActions()
  const turnOff = useAirplaneOff()
  const isHeld = useIsHeld()
  return (offer) => {
    const get = () => void getModel(choiceOf(offer.source), offer.size)
    if (isHeld(offer)) turnOff(get)
    else get()
  }
}

/** The small classifier that answers while a large model comes. */
export const useQuickLook = () => {
  const { loadBeside, getModel } = useActions()
  const screen = useScreenStore()
  const host = useAppState(({ settings }) => settings.modelHost)
  const gpu = useAppState((state) => state.gpu)
  const beside = useAppState(({ model }) => model.kind === 'loading' || model.kind === 'paused')
  const model = fixedLabelCatalogue.find(({ id }) => id === QUICK_LOOK_ID)
  const size = model
    ? estimateClassifierSize(model.parameters.value, expectedDtypes(gpu, model.visionKind).vision)
    : (0 as Bytes)
  const choice = choiceOf(hubSource(host, QUICK_LOOK_ID))
  return {
    choice,
    size,
    /** The press is the consent. A model that is on its way stays so, whatever comes of it. */
    get: () => {
      screen.setState({ quickLookError: null })
      if (!beside) {
        void getModel(choice, size)
        return
      }
      void loadBeside(choice)?.then((outcome) => {
        if (outcome.kind === 'failed') screen.setState({ quickLookError: outcome.error })
      })
    },
  }
}
