import {
  INDEX_FILE,
  lineSpeed,
  type LoadedFile,
  type ModelBeside,
  parseModelIndex,
} from '../../core/model/offer/surroundings'
import type { Surroundings } from '../../core/model/offer/recommend-model'

/** What lies beside the app; nothing where its host cannot say. */
const readIndex = async (base: string): Promise<readonly ModelBeside[]> => {
  try {
    const response = await fetch(new URL(INDEX_FILE, base))
    return parseModelIndex(await response.json())
  } catch {
    return []
  }
}

/** Files of the app's own: what others sent they need not tell, and it comes by other ways. */
const ownFiles = (base: string): readonly LoadedFile[] =>
  performance
    .getEntriesByType('resource')
    .filter(({ name }) => name.startsWith(base))
    // Entries of this type, by their specification.
    .map((entry) => entry as PerformanceResourceTiming)

/** Looks at what a model to recommend depends on, but for the graphics card and what is stored. */
export const readSurroundings = async (base: string): Promise<Surroundings> => ({
  cores: Math.max(1, navigator.hardwareConcurrency),
  memoryGigabytes: (navigator as { deviceMemory?: number }).deviceMemory ?? null,
  speed: lineSpeed(ownFiles(base)),
  beside: await readIndex(base),
  besideUrl: new URL('models/', base).href,
})
