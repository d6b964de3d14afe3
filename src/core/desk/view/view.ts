/** Stands in a filter and in the counts where a label's id would: the pictures that none of the labels fits. */
export const NONE_ID = 'none-of-these'

/** The same for pictures that could not be read. */
export const FAILED_ID = 'could-not-be-read'

/** The same for pictures whose files are not on this device, and of which nothing is known that answers. */
export const ELSEWHERE_ID = 'not-on-this-device'

/** Only pictures to which a label's score is within this range, both ends among them. */
export interface ScoreRange {
  readonly label: string
  readonly least: number
  readonly most: number
}

/** Which pictures of a list are shown. Without anything in it all are. */
export interface Filter {
  /**
   * Ids of labels, {@link NONE_ID}, {@link FAILED_ID} and {@link ELSEWHERE_ID}: what has one of them as its answer. Each widens what is shown;
   * empty asks for no answer.
   */
  readonly answers: readonly string[]
  /** Each narrows it. */
  readonly ranges: readonly ScoreRange[]
}

/** What a list can be ordered by. */
export const SORT_KEYS = [
  'added',
  'name',
  'path',
  'date',
  'size',
  'sureness',
  'score',
  'likeness',
  'words',
  'unlikeness',
] as const

export type SortBy = (typeof SORT_KEYS)[number]

/** The order of a list. Among equals that of arrival; what has no such number comes last both ways. */
export interface Sort {
  readonly by: SortBy
  readonly descending: boolean
}

/** The list as it is. */
export const BY_ARRIVAL: Sort = { by: 'added', descending: false }

/** Numbers that pictures are compared with, and the model that made them: no others are comparable. */
export interface Direction {
  readonly modelKey: string
  readonly values: Float32Array
  /** What pictures are not to be: one that is nearer to any of these comes behind all others. */
  readonly rivals: readonly Float32Array[]
}

/** What a list is asked to look like, by rows. */
export interface View {
  readonly filter: Filter
  readonly sort: Sort
  /** The label whose score it is ordered by; `null` for another order. */
  readonly scoreOf: string | null
  /** The row that others are compared with; `null` for another order. */
  readonly likeTo: number | null
  /** What the words mean that others are compared with; `null` for another order, and until it is known. */
  readonly words: Direction | null
  /** The labels whose scores are drawn. */
  readonly histogramsOf: readonly string[]
}

/** Whether every picture is shown. */
export const showsAll = ({ answers, ranges }: Filter): boolean => answers.length + ranges.length === 0

/** Whether a view is the list itself: nothing has to be worked out for it. */
export const isPlain = ({ filter, sort }: Pick<View, 'filter' | 'sort'>): boolean =>
  sort.by === 'added' && !sort.descending && showsAll(filter)
