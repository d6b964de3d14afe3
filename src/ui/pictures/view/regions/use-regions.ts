import { use, useEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import type { Picture } from '../../../../state/app-state'
import type { RegionsPhase } from '../../../../state/pictures/regions/create-regions'
import type { SeenRegions } from '../../../../state/pictures/regions/evidence'
import type { PictureLabel } from '../../../../state/tasks/task'
import { useCrops } from './use-crops'
import { useActions, useApp, useAppState, useScreen } from '../../../context/ui-context'

/** Labels that a person may ask about: the likeliest. */
const MOST_LABELS = 5

const NO_LABELS: readonly PictureLabel[] = []

/** What is seen of the regions of a picture, for the label that is asked about. */
export interface ShownRegions {
  readonly phase: RegionsPhase
  /** What is seen of this picture, once it is. */
  readonly seen: SeenRegions | null
  /** The labels that may be asked about, the answer first; none where the model's answer means nothing. */
  readonly labels: readonly PictureLabel[]
  /** The one that is asked about. */
  readonly label: PictureLabel | null
  /** How much each cell of the grid speaks for it; `null` until that is known. */
  readonly heat: Float64Array | null
  /** How dark it is around the light, 0 to 1. */
  readonly strength: number
  readonly setStrength: (strength: number) => void
  readonly again: () => void
}

/** Which part of a picture an answer is looked into: `null` for the middle; not known while all of it is looked at. */
const useLookedAt = (picture: Picture): { readonly isKnown: boolean; readonly crop: number | null } => {
  const { isNeeded, phase, asked } = useCrops(picture)
  const hasFailed = phase.kind === 'failed' && phase.id === picture.id
  return { isKnown: !isNeeded || asked !== null || hasFailed, crop: isNeeded && asked ? asked.best : null }
}

/** Has a picture looked at, as long as this is drawn: of a long one that is looked at whole the tag's best crop. */
export const useRegions = (picture: Picture): ShownRegions => {
  const regions = use(useActions().why.held())
  const { store, selectors } = useApp()
  const phase = useStore(regions.store)
  const strength = useStore(regions.strength)
  const isBeyond = useAppState((state) => selectors.isBeyondModel(state, picture))
  const judged = useAppState((state) => selectors.labels(state, picture))
  const all = isBeyond ? NO_LABELS : judged
  const asked = useScreen(({ whyOf }) => whyOf)
  const by = useScreen(({ whyBy }) => whyBy)
  const label = all.find(({ tagId }) => tagId === asked) ?? all[0] ?? null
  const likeliest = all.slice(0, MOST_LABELS)
  // One that was asked about by the pointer stands in the last one's place.
  const labels = label && !likeliest.includes(label) ? [...likeliest.slice(0, -1), label] : likeliest
  const labelId = label?.tagId

  // The picture as it is encoded now: another model looks again.
  const { isKnown, crop } = useLookedAt(picture)
  const hasAnswer = all.length > 0
  useEffect(() => {
    if (hasAnswer && isKnown) regions.look(picture, by, crop)
    return regions.stop
  }, [regions, picture, by, crop, hasAnswer, isKnown])
  useEffect(() => regions.hold(), [regions])

  // What is known of another crop is not what is asked for now.
  const seen =
    phase.kind === 'seen' && phase.id === picture.id && phase.seen.crop === crop ? phase.seen : null
  // Of all labels at once, so that another one costs nothing while the pointer passes over them.
  const heats = useMemo(
    () => (seen ? regions.heats(store.getState(), seen) : null),
    // `all` changes with what the labels are judged by.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [regions, store, seen, all],
  )
  return {
    ...{ phase, seen, labels, label },
    heat: labelId === undefined ? null : (heats?.get(labelId) ?? null),
    strength,
    setStrength: (next) => {
      regions.strength.setState(next, true)
    },
    again: () => {
      regions.look(picture, by, crop)
    },
  }
}
