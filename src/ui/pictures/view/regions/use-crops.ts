import { use, useCallback, useMemo } from 'react'
import { useStore } from 'zustand'
import type { CropFrame } from '../../../../core/pixels/crops/crop-frame'
import { cropFrames } from '../../../../core/pixels/crops/plan-crops'
import type { Picture } from '../../../../state/app-state'
import { currentModel } from '../../../../state/model/current-model'
import type { CropAnswer, CropsPhase } from '../../../../state/pictures/regions/create-crop-looks'
import { useActions, useApp, useAppState, useScreen } from '../../../context/ui-context'

/** What is seen of all of a long picture. */
export interface ShownCrops {
  /** Whether all of it is to be looked at: the person asked for it, or for what an answer of all of it hangs on. */
  readonly isNeeded: boolean
  readonly phase: CropsPhase
  /** Where the crops lie; one where the picture is not long. */
  readonly frames: readonly CropFrame[]
  /** By the mean of the crops, the best first; none before it is looked at. */
  readonly answers: readonly CropAnswer[]
  /** The answer of the label that is asked about, else the best. */
  readonly asked: CropAnswer | null
  /** Has all of it looked at: what is drawn beside the picture does, as long as it is drawn. */
  readonly look: () => void
  readonly stop: () => void
}

const NO_FRAMES: readonly CropFrame[] = []

/** What is seen of all of a picture where the person wants that. */
export const useCrops = (picture: Picture): ShownCrops => {
  const { crops } = use(useActions().why.held())
  const { store, selectors } = useApp()
  const phase = useStore(crops.store)
  const isWanted = useScreen((screen) => screen.crops)
  const why = useScreen((screen) => screen.why)
  const isWhole = useAppState(({ settings }) => settings.extent === 'whole')
  const whyOf = useScreen((screen) => screen.whyOf)
  const model = useAppState((state) => currentModel(state.model))
  const labels = useAppState((state) => selectors.labels(state, picture))
  const { facts } = picture.phase.kind === 'ready' ? picture.phase : { facts: null }
  const frames = useMemo(
    () => (facts && model ? cropFrames(facts, model.recipe.fit) : NO_FRAMES),
    [facts, model],
  )
  const look = useCallback(() => {
    crops.look(picture)
  }, [crops, picture])
  const isNeeded = frames.length > 1 && (isWanted || (why && isWhole))
  const seen = isNeeded && phase.kind === 'seen' && phase.id === picture.id ? phase.seen : null
  const answers = useMemo(
    () => (seen ? crops.answers(store.getState(), seen) : []),
    // `labels` changes with what the labels are judged by.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [crops, store, seen, labels],
  )
  return {
    ...{ isNeeded, phase, frames, answers },
    asked: answers.find(({ label }) => label.tagId === whyOf) ?? answers[0] ?? null,
    look,
    stop: crops.stop,
  }
}
