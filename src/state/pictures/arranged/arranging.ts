import type { ScoreHistogram } from '../../../core/desk/view/score-histogram'
import type { TaglensError } from '../../../core/errors/taglens-error'

/** How a long list stands, as the columns worker has made it out last. */
export interface Arrangement {
  /** Rows that pass the filter, in the chosen order; `null` where that is the list itself. */
  readonly order: Uint32Array | null
  /** For how many pictures each label is the answer, by its id, and by `NONE_ID` how many have none. */
  readonly counts: ReadonlyMap<string, number>
  /** Pictures that the model is not made for. */
  readonly beyond: number
  readonly meanMargin: number | null
  /** Of the labels whose scores are drawn, by their ids. */
  readonly histograms: ReadonlyMap<string, ScoreHistogram>
}

/** Who arranges the list, and how far that is. */
export type Arranging =
  /** The page itself, at once: the list is short. */
  | { readonly kind: 'page' }
  /** The worker is at it; what it said last stands until then. */
  | { readonly kind: 'working'; readonly last: Arrangement }
  | { readonly kind: 'done'; readonly last: Arrangement }
  /** It cannot: pictures stand in the order of arrival, all of them, and nothing is counted. */
  | { readonly kind: 'failed'; readonly error: TaglensError }

/**
 * A list that fits on a screen is judged by the page anyway, and is right in the very frame in which something changes. A
 * longer one is the worker's.
 */
const MOST_OF_PAGE = 40

export const isLong = ({ pictures }: { readonly pictures: readonly unknown[] }): boolean =>
  pictures.length > MOST_OF_PAGE

/** Where nothing has been made out. */
export const NOTHING_ARRANGED: Arrangement = {
  order: null,
  counts: new Map(),
  beyond: 0,
  meanMargin: null,
  histograms: new Map(),
}

/** What stands now of a long list; of one that cannot be arranged nothing. */
export const lastOf = (arranging: Arranging): Arrangement =>
  arranging.kind === 'working' || arranging.kind === 'done' ? arranging.last : NOTHING_ARRANGED
