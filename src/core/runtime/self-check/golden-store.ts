import type { UnitVector } from '../../brands'

/** Keeps what this machine's CPU made of the canned pictures, so that a graphics card is compared without a wait. */
export interface GoldenStore {
  /** @param key names weights, precision, recipe and canned input. */
  read(key: string): readonly UnitVector[] | null
  write(key: string, pictures: readonly UnitVector[]): void
}
