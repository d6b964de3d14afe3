import { encodeRegions, type EncodedRegions } from '../../../client/inference/encode-regions'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Milliseconds } from '../../../core/brands'
import type { TaglensError } from '../../../core/errors/taglens-error'
import type { EncodedByModel, PictureEncoding } from '../../../core/model/picture-encoding'
import { regionHeat, REGIONS } from '../../../core/question/regions/regions'
import type { ActionDeps } from '../../app-deps'
import type { AppState, Picture } from '../../app-state'
import type { Selectors } from '../../selectors'
import type { PictureLabel } from '../../tasks/task'

/** What the model makes of the regions of a picture of the list. */
export interface SeenRegions extends EncodedRegions {
  readonly picture: Picture
}

/** What is known of the regions of the picture that is looked at. */
export type RegionsPhase =
  | { readonly kind: 'none' }
  /** `share` of the work that is done, 0 to 1. */
  | { readonly kind: 'looking'; readonly id: string; readonly share: number }
  | { readonly kind: 'seen'; readonly id: string; readonly seen: SeenRegions }
  | { readonly kind: 'failed'; readonly id: string; readonly error: TaglensError }

/** Looks at a picture region by region, one picture at a time. */
export interface Regions {
  readonly store: StoreApi<RegionsPhase>
  /** Looks at a picture that is encoded; nothing where that is known, or under way. */
  look(picture: Picture): void
  /** Gives up what is under way; what is seen stays known. */
  stop(): void
  /** How much each cell speaks for a label, see `regionHeat`; `null` where the label is not judged any more. */
  heat(state: AppState, seen: SeenRegions, labelId: string): Float64Array | null
}

/** Farther from 0 and 1 than rounding, so that log odds are finite. */
const LEAST = 1e-9

/** What speaks for a label: its own logit, else the log odds of its share. */
const evidence = ({ logit, probability }: PictureLabel): number => {
  if (typeof logit === 'number') return logit
  const share = Math.min(1 - LEAST, Math.max(LEAST, probability ?? Number.NaN))
  return Math.log(share / (1 - share))
}

const asPicture = (picture: Picture, encoding: PictureEncoding, encoded: EncodedByModel): Picture =>
  picture.phase.kind === 'ready'
    ? { ...picture, phase: { ...picture.phase, encoded: { ...encoded, ...encoding } } }
    : picture

/** Creates what looks at regions. */
export const createRegions = ({
  engine,
  selectors,
}: Pick<ActionDeps, 'engine'> & { readonly selectors: Pick<Selectors, 'labels'> }): Regions => {
  const store = createStore<RegionsPhase>(() => ({ kind: 'none' }))
  let looking: AbortController | null = null

  const show = (phase: RegionsPhase) => {
    store.setState(phase, true)
  }

  const lookAt = async (picture: Picture, signal: AbortSignal) => {
    const { id, file, name } = picture
    show({ kind: 'looking', id, share: 0 })
    const outcome = await encodeRegions(engine, file, name, signal, (share) => {
      if (!signal.aborted) show({ kind: 'looking', id, share })
    })
    if (signal.aborted) return
    if (outcome.kind === 'failed') show({ kind: 'failed', id, error: outcome.error })
    if (outcome.kind === 'done') show({ kind: 'seen', id, seen: { ...outcome.value, picture } })
  }

  const stop = () => {
    looking?.abort()
    looking = null
    if (store.getState().kind === 'looking') show({ kind: 'none' })
  }

  return {
    store,
    stop,
    look: (picture) => {
      const now = store.getState()
      const key = engine.model()?.key
      const isKnown = now.kind === 'seen' && now.id === picture.id && now.seen.modelKey === key
      if (isKnown || (now.kind === 'looking' && now.id === picture.id)) return
      stop()
      looking = new AbortController()
      void lookAt(picture, looking.signal)
    },
    heat: (state, { picture, modelKey, frame, alone, covered }, labelId) => {
      const encoded = { modelKey, frame, reducedBy: 1, time: 0 as Milliseconds } as const
      const scoresOf = (encodings: readonly PictureEncoding[]) =>
        encodings.flatMap((encoding) => {
          const seen = asPicture(picture, encoding, { ...encoded, ...encoding })
          const label = selectors.labels(state, seen).find(({ tagId }) => tagId === labelId)
          return label ? [evidence(label)] : []
        })
      const [shown, hidden] = [scoresOf(alone), scoresOf(covered)]
      const isWhole = [...shown, ...hidden].every(Number.isFinite) && shown.length === hidden.length
      return isWhole && shown.length === REGIONS.length ? regionHeat(shown, hidden) : null
    },
  }
}
