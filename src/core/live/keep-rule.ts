/** Which frames are kept by themselves: none, those in which any label becomes an answer, or only this one by its id. */
export type KeepWhen = 'never' | 'any' | { readonly id: string }

/** What was an answer at the last frame, and when a frame was last kept for each label. */
export interface KeepMemory {
  readonly answers: readonly string[]
  readonly keptAt: ReadonlyMap<string, number>
}

/** Nothing seen yet. */
export const EMPTY_MEMORY: KeepMemory = { answers: [], keptAt: new Map() }

/** A label about which a model changes its mind is not kept again within so many milliseconds. */
const REST_MS = 3000

/**
 * Whether a frame is to be kept: a label that is watched has just crossed into the answer. A thing that stays in sight
 * is kept once, and again when it has left and come back.
 * @param answers ids of the labels that are this frame's answer.
 * @param now in milliseconds of a monotonic clock.
 */
export const keepsFrame = (
  memory: KeepMemory,
  answers: readonly string[],
  when: KeepWhen,
  now: number,
): { readonly keeps: boolean; readonly memory: KeepMemory } => {
  const isWatched = (id: string) => when === 'any' || (when !== 'never' && when.id === id)
  const crossed = answers.filter(
    (id) =>
      isWatched(id) &&
      !memory.answers.includes(id) &&
      now - (memory.keptAt.get(id) ?? Number.NEGATIVE_INFINITY) >= REST_MS,
  )
  const keptAt = new Map([...memory.keptAt, ...crossed.map((id) => [id, now] as const)])
  return { keeps: crossed.length > 0, memory: { answers, keptAt } }
}
