import type { UnitVector } from '../../../core/brands'
import { parseGoldens } from '../../../core/runtime/self-check/published-goldens'

/**
 * What a published model was found to make of the canned pictures. `null` where the file at `url` has nothing of that
 * key, or cannot be had: then this machine's CPU is asked.
 * @param key of `GoldenStore`.
 */
export const readGolden = async (url: string, key: string): Promise<readonly UnitVector[] | null> => {
  try {
    const response = await fetch(url)
    return response.ok ? (parseGoldens(await response.json()).get(key) ?? null) : null
  } catch {
    return null
  }
}
