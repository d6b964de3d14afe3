import type { Arm } from './arms.ts'

/** How much is measured. */
export interface Effort {
  readonly rounds: number
  /** Single pictures per arm and round. */
  readonly singles: number
  /** Pictures of a batch. */
  readonly batch: number
}

/** What an arm took. */
export interface Samples {
  /** Milliseconds, one per single picture. */
  readonly single: readonly number[]
  /** Milliseconds per picture, one per batch. */
  readonly batch: readonly number[]
}

/** Measurements of one size of picture, by the arm's name. */
export type SamplesByArm = ReadonlyMap<string, Samples>

/**
 * Measures all arms in turns, so that whatever else the machine does meets each of them alike.
 * @param nextPicture address of a picture that no one has seen before.
 * @param onRound told after each round.
 */
export const measureInTurns = async (
  arms: ReadonlyMap<string, Arm>,
  nextPicture: () => string,
  { rounds, singles, batch }: Effort,
  onRound: (round: number) => void,
): Promise<SamplesByArm> => {
  const samples = new Map(
    [...arms.keys()].map((name) => [name, { single: [] as number[], batch: [] as number[] }]),
  )
  const pictures = (count: number) => Array.from({ length: count }, nextPicture)
  for (const arm of arms.values()) await arm.batch(pictures(4))
  for (let round = 1; round <= rounds; round += 1) {
    for (const [name, arm] of arms) {
      for (const url of pictures(singles)) samples.get(name)?.single.push(await arm.single(url))
    }
    for (const [name, arm] of arms) samples.get(name)?.batch.push((await arm.batch(pictures(batch))) / batch)
    onRound(round)
  }
  return samples
}
