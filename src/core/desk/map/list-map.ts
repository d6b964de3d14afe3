import type { PointCells } from './point-cells'

/** What points are coloured by: the answer, what the person has said, or the folder that a picture came in. */
export const COLOURINGS = ['tag', 'decision', 'set'] as const

export type Colouring = (typeof COLOURINGS)[number]

/** What points have in common by one of these: an id of a label, or the name of a folder; `null` of nothing. */
export interface PointColours {
  /** By which there are points, the commonest first. */
  readonly keys: readonly string[]
  /** How many points each has. */
  readonly counts: readonly number[]
  /** A place in `keys` for each point; {@link NO_KEY} where it has none. */
  readonly byPoint: Uint16Array<ArrayBuffer>
}

/** Of a point without a tag, a decision or a folder. */
export const NO_KEY = 65_535

/** Pictures that look much the same to the model. */
export interface LookAlikes {
  readonly count: number
  /** The answer that most of them have, as an id, and how many; `null` where none has one. */
  readonly leading: { readonly label: string; readonly count: number } | null
}

/** Pictures as points, near each other where they look alike to a model. */
export interface ListMap {
  /** The row of each point. */
  readonly rows: Uint32Array<ArrayBuffer>
  /** -1 to 1, the wider way; down is larger. */
  readonly x: Float32Array<ArrayBuffer>
  readonly y: Float32Array<ArrayBuffer>
  /** The largest first. */
  readonly groups: readonly LookAlikes[]
  /** A place in `groups` for each point. */
  readonly groupOf: Uint8Array<ArrayBuffer>
  readonly colours: Readonly<Record<Colouring, PointColours>>
  /** By which a point is found from its place. */
  readonly cells: PointCells
  /** Pictures of the list that are no points: the model has not made anything of them. */
  readonly unread: number
}

/** What a person has said of pictures, by their bytes: the id of a label each. */
export interface SaidOfPictures {
  readonly sha256s: readonly string[]
  readonly labels: readonly string[]
}
