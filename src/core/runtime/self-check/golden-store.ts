import type { UnitVector } from '../../brands'

/** A vector as files have it: to the sixth decimal, which moves a cosine by less than one part in a million. */
export const roundedGolden = (vector: UnitVector): number[] =>
  Array.from(vector, (value) => Math.round(value * 1e6) / 1e6)

/** Keeps what this machine's CPU made of the canned pictures, so that a graphics card is compared without a wait. */
export interface GoldenStore {
  /** @param key names weights, precision, recipe and canned input. */
  read(key: string): readonly UnitVector[] | null
  write(key: string, pictures: readonly UnitVector[]): void
}
