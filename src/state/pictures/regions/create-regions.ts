import { lookClosely } from '../../../client/inference/look-closely'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { TaglensError } from '../../../core/errors/taglens-error'
import type { PictureEncoding } from '../../../core/model/picture-encoding'
import type { ActionDeps } from '../../app-deps'
import type { AppState, Picture } from '../../app-state'
import type { Selectors } from '../../selectors'
import type { PictureLabel } from '../../tasks/task'
import { type CropLooks, createCropLooks } from './create-crop-looks'
import { createWritingChecks, type WritingChecks } from './create-writing-checks'
import { evidence, type SeenRegions, type WhyBy, withEncoding } from './evidence'

/** What is known of the picture that is looked at. */
export type RegionsPhase =
  | { readonly kind: 'none' }
  /** `share` of the work that is done, 0 to 1. */
  | {
      readonly kind: 'looking'
      readonly id: string
      readonly by: WhyBy
      readonly crop: number | null
      readonly share: number
    }
  | { readonly kind: 'seen'; readonly id: string; readonly seen: SeenRegions }
  | { readonly kind: 'failed'; readonly id: string; readonly error: TaglensError }

/** Finds what answers hang on, one picture at a time. */
export interface Regions {
  readonly store: StoreApi<RegionsPhase>
  /** How dark it is around the light on a picture, 0 to 1, until the page is left. */
  readonly strength: StoreApi<number>
  /**
   * Looks at a picture that is encoded; nothing where that is known, or under way. What is seen of one picture stays
   * known until another is looked at, so that going from crop to crop and back costs one look each.
   * @param crop of a long picture, counted from 0; `null` for the middle
   */
  look(picture: Picture, by: WhyBy, crop: number | null): void
  /** Gives up what is under way; what is seen stays known. */
  stop(): void
  /** Keeps what looks take from the model's memory until the function that it gives is called, and all others are. */
  hold(): () => void
  /** How much each cell speaks for each label that is judged, by the labels' ids, row by row of the grid. */
  heats(state: AppState, seen: SeenRegions): ReadonlyMap<string, Float64Array>
  /** Looks at all of long pictures. */
  readonly crops: CropLooks
  /** Checks whether writing decides. */
  readonly writing: WritingChecks
}

/** The picture can still be made out in the dark. */
const STRENGTH = 0.75

/** Creates what looks at pictures. */
export const createRegions = ({
  engine,
  selectors,
}: Pick<ActionDeps, 'engine'> & { readonly selectors: Pick<Selectors, 'labels'> }): Regions => {
  const store = createStore<RegionsPhase>(() => ({ kind: 'none' }))
  const strength = createStore<number>(() => STRENGTH)
  const crops = createCropLooks({ engine, selectors })
  const writing = createWritingChecks({ engine, selectors })
  let looking: AbortController | null = null
  let holders = 0
  /** Of one picture. */
  let looks: readonly SeenRegions[] = []
  /** What was made out last: the light and the chips under it ask for the same. */
  let known: {
    readonly seen: SeenRegions
    readonly labels: readonly PictureLabel[]
    readonly heats: ReturnType<Regions['heats']>
  } | null = null

  const show = (phase: RegionsPhase) => {
    store.setState(phase, true)
  }

  const lookAt = async (picture: Picture, by: WhyBy, crop: number | null, signal: AbortSignal) => {
    const { id, file, name } = picture
    show({ kind: 'looking', id, by, crop, share: 0 })
    const outcome = await lookClosely(engine, { file, name, crop }, by, signal, (share) => {
      if (!signal.aborted) show({ kind: 'looking', id, by, crop, share })
    })
    if (signal.aborted) return
    if (outcome.kind === 'failed') show({ kind: 'failed', id, error: outcome.error })
    if (outcome.kind !== 'done') return
    const seen = { ...outcome.value, picture, by, crop }
    looks = [...looks.filter((look) => look.picture.id === id && look.modelKey === seen.modelKey), seen]
    show({ kind: 'seen', id, seen })
  }

  const stop = () => {
    writing.stop()
    looking?.abort()
    looking = null
    if (store.getState().kind === 'looking') show({ kind: 'none' })
  }

  const heatsOf = (
    state: AppState,
    { picture, modelKey, heats }: SeenRegions,
    labels: readonly PictureLabel[],
  ): ReturnType<Regions['heats']> => {
    if (picture.phase.kind !== 'ready') return new Map()
    const ids = labels.map(({ tagId }) => tagId)
    const places = new Map(ids.map((id, place) => [id, place]))
    const scoresOf = (encoding: PictureEncoding) => {
      const seen = withEncoding(picture, modelKey, encoding)
      const scores = new Float64Array(ids.length).fill(Number.NaN)
      for (const label of selectors.labels(state, seen)) {
        const place = places.get(label.tagId)
        if (place !== undefined) scores[place] = evidence(label)
      }
      return scores
    }
    const found = heats(scoresOf).map((heat, place) => [ids[place] ?? '', heat] as const)
    return new Map(found.filter(([, heat]) => heat.every(Number.isFinite)))
  }

  return {
    store,
    strength,
    crops,
    writing,
    stop,
    hold: () => {
      holders += 1
      let held = true
      return () => {
        if (!held) return
        held = false
        holders -= 1
        // One picture's view goes before the next one's comes.
        queueMicrotask(() => {
          if (holders === 0) void engine.closePlaces()
        })
      }
    },
    look: (picture, by, crop) => {
      const { id } = picture
      const now = store.getState()
      if (now.kind === 'looking' && now.id === id && now.by === by && now.crop === crop) return
      const key = engine.model()?.key
      const seen = looks.find(
        (look) => look.picture.id === id && look.by === by && look.crop === crop && look.modelKey === key,
      )
      if (seen && now.kind === 'seen' && now.seen === seen) return
      stop()
      if (seen) {
        show({ kind: 'seen', id, seen })
        return
      }
      looking = new AbortController()
      void lookAt(picture, by, crop, looking.signal)
    },
    heats: (state, seen) => {
      const labels = selectors.labels(state, seen.picture)
      if (known?.seen !== seen || known.labels !== labels)
        known = { seen, labels, heats: heatsOf(state, seen, labels) }
      return known.heats
    },
  }
}
