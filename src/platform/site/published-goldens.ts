import type { UnitVector } from '../../core/brands'
import { parseGoldens } from '../../core/runtime/self-check/published-goldens'

/**
 * What a published model was found to make of the canned pictures, of a file beside the app. `null` where it has nothing
 * of that key, or cannot be had: then this machine's CPU is asked.
 * @param key of `GoldenStore`.
 */
export const readGolden = async (key: string): Promise<readonly UnitVector[] | null> => {
  try {
    const response = await fetch(new URL('models/goldens.json', document.baseURI))
    return response.ok ? (parseGoldens(await response.json()).get(key) ?? null) : null
  } catch {
    return null
  }
}
