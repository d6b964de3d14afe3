import { createStore, type StoreApi } from 'zustand/vanilla'
import { type EncodedCrops, encodeCrops } from '../../../client/inference/encode-crops'
import type { TaglensError } from '../../../core/errors/taglens-error'
import type { CropFrame } from '../../../core/pixels/crops/crop-frame'
import { meanEncoding } from '../../../core/pixels/crops/mean-encoding'
import type { ActionDeps } from '../../app-deps'
import type { AppState, Picture } from '../../app-state'
import type { Selectors } from '../../selectors'
import type { PictureLabel } from '../../tasks/task'
import { evidence, withEncoding } from './evidence'

/** What was seen of all of a picture. */
export interface SeenCrops extends EncodedCrops {
  readonly picture: Picture
}

/** What is known of the crops of the picture that is looked at. */
export type CropsPhase =
  | { readonly kind: 'none' }
  | { readonly kind: 'looking'; readonly id: string }
  | { readonly kind: 'seen'; readonly id: string; readonly seen: SeenCrops }
  | { readonly kind: 'failed'; readonly id: string; readonly error: TaglensError }

/** What is said of a label by all of a picture. */
export interface CropAnswer {
  /** By the mean of the crops, as the list has it where all of long pictures is looked at. */
  readonly label: PictureLabel
  /** The crop that speaks most for it, counted from 0 at the left or at the top. */
  readonly best: number
  readonly frame: CropFrame
  /** What that crop alone says of it. */
  readonly bestLabel: PictureLabel
}

/** Looks at all of long pictures, one at a time, whatever the list does. */
export interface CropLooks {
  readonly store: StoreApi<CropsPhase>
  /** Nothing where that is known, or under way. */
  look(picture: Picture): void
  stop(): void
  /** The labels by the mean of the crops, the best first. */
  answers(state: AppState, seen: SeenCrops): readonly CropAnswer[]
}

/** Creates what looks at all of pictures. */
export const createCropLooks = ({
  engine,
  selectors,
}: Pick<ActionDeps, 'engine'> & { readonly selectors: Pick<Selectors, 'labels'> }): CropLooks => {
  const store = createStore<CropsPhase>(() => ({ kind: 'none' }))
  let looking: AbortController | null = null

  const stop = () => {
    looking?.abort()
    looking = null
    if (store.getState().kind === 'looking') store.setState({ kind: 'none' }, true)
  }

  return {
    store,
    stop,
    look: (picture) => {
      const { id, file, name } = picture
      const now = store.getState()
      const isKnown = now.kind === 'seen' && now.id === id && now.seen.modelKey === engine.model()?.key
      if (isKnown || (now.kind === 'looking' && now.id === id)) return
      stop()
      const own = new AbortController()
      looking = own
      store.setState({ kind: 'looking', id }, true)
      void encodeCrops(engine, file, name, own.signal).then((outcome) => {
        if (own.signal.aborted) return
        if (outcome.kind === 'failed') store.setState({ kind: 'failed', id, error: outcome.error }, true)
        else if (outcome.kind === 'cancelled') store.setState({ kind: 'none' }, true)
        else store.setState({ kind: 'seen', id, seen: { ...outcome.value, picture } }, true)
      })
    },
    answers: (state, { picture, modelKey, crops }) => {
      const mean = meanEncoding(crops.map(({ encoding }) => encoding))
      if (!mean) return []
      const byCrop = crops.map(
        ({ encoding }) =>
          new Map(
            selectors
              .labels(state, withEncoding(picture, modelKey, encoding))
              .map((label) => [label.tagId, label]),
          ),
      )
      return selectors.labels(state, withEncoding(picture, modelKey, mean)).flatMap((label) => {
        const scores = byCrop.map((labels) => {
          const own = labels.get(label.tagId)
          // By its share: a crop may be more like every tag, and say something else.
          return own ? (own.probability ?? evidence(own)) : -Infinity
        })
        const best = scores.indexOf(Math.max(...scores))
        const [frame, bestLabel] = [crops[best]?.frame, byCrop[best]?.get(label.tagId)]
        return frame && bestLabel ? [{ label, best, frame, bestLabel }] : []
      })
    },
  }
}
