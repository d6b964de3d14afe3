import {
  isSmallPicture,
  SMALL_LIMITS,
  SMALL_SIDE,
  type SmallPictures,
} from '../../../../core/tasks/own/files/small-pictures'
import type { AppState } from '../../../app-state'

/** Draws a picture small, as JPEG; `null` where it cannot. */
export type Shrink = (picture: Blob, side: number) => Promise<Uint8Array<ArrayBuffer> | null>

/** What examples can be seen in. */
type Shown = Pick<AppState, 'marks' | 'pictures'>

/** Examples that are drawn to tell what all of them will come to. */
const WEIGHED = 12

/** How small pictures of examples are made: from what the list shows of them, else as a file has brought them. */
const sourcesOf = ({ marks, pictures }: Shown, ids: readonly string[], shrink: Shrink) => {
  const wanted = new Set(ids)
  const shown = new Map<string, Blob>()
  for (const { phase } of pictures)
    if (phase.facts && wanted.has(phase.facts.sha256) && phase.facts.thumbnail.size > 0)
      shown.set(phase.facts.sha256, phase.facts.thumbnail)
  const brought = new Map(marks.map(({ id, small }) => [id, small]))
  return ids.flatMap((id) => {
    const [thumbnail, small] = [shown.get(id), brought.get(id)]
    if (thumbnail) return [{ id, make: () => shrink(thumbnail, SMALL_SIDE) }]
    return small ? [{ id, make: () => Promise.resolve(small) }] : []
  })
}

/** About what small pictures of these examples, by SHA-256, add to a file: of how many there can be some, and bytes. */
export const weighSmallPictures = async (
  state: Shown,
  ids: readonly string[],
  shrink: Shrink,
): Promise<{ readonly count: number; readonly bytes: number }> => {
  const sources = sourcesOf(state, ids, shrink)
  const every = Math.max(1, Math.ceil(sources.length / WEIGHED))
  const made = await Promise.all(sources.filter((_, i) => i % every === 0).map(({ make }) => make()))
  const bytes = made.reduce((sum, small) => sum + (small?.length ?? 0), 0)
  return {
    count: sources.length,
    bytes: Math.min(SMALL_LIMITS.all, Math.round((bytes / Math.max(1, made.length)) * sources.length)),
  }
}

/**
 * Small pictures of the examples, one after the other and no more than a file may hold: of some there is none.
 * @param onProgress is told the share that is done, 0 to 1.
 * @returns `null` where it was aborted.
 */
export const makeSmallPictures = async (
  state: Shown,
  ids: readonly string[],
  shrink: Shrink,
  { signal, onProgress }: { readonly signal: AbortSignal; readonly onProgress: (share: number) => void },
): Promise<SmallPictures | null> => {
  const sources = sourcesOf(state, ids, shrink)
  const made = new Map<string, Uint8Array<ArrayBuffer>>()
  let bytes = 0
  for (const [i, { id, make }] of sources.entries()) {
    const small = await make()
    if (signal.aborted) return null
    onProgress((i + 1) / sources.length)
    if (!small || !isSmallPicture(small) || bytes + small.length > SMALL_LIMITS.all) continue
    bytes += small.length
    made.set(id, small)
  }
  return made
}
