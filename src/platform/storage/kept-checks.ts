import * as v from 'valibot'
import type { DemotionMemory } from '../../core/runtime/demotion-memory'
import { toUnitVectors } from '../../core/question/scoring/cosine'
import { type GoldenStore, roundedGolden } from '../../core/runtime/self-check/judge-probe'
import { createKeptJson } from './kept-json'

// Prefixed: every project of one GitHub Pages owner shares one origin. The numbers are the shapes' versions.
const GOLDENS_KEY = 'taglens.self-check.1'
const DEMOTIONS_KEY = 'taglens.demotions.1'

/** Two embeddings take 10 kB of text; a person has few models. Oldest out first. */
const MAX_GOLDENS = 12

const Goldens = v.pipe(
  v.array(v.object({ key: v.string(), pictures: v.array(v.array(v.pipe(v.number(), v.finite()))) })),
  v.maxLength(1000),
)

const Demotions = v.pipe(
  v.array(
    v.object({
      model: v.string(),
      adapter: v.string(),
      version: v.string(),
      device: v.picklist(['webgpu', 'wasm']),
      dtype: v.picklist(['fp32', 'fp16', 'q8', 'q4', 'q4f16']),
      reason: v.picklist(['wrong-numbers', 'silent', 'crashed', 'unusable', 'no-file']),
    }),
  ),
  v.maxLength(1000),
)

/** What this machine's CPU made of the canned pictures, per model. */
export const createGoldenStore = (storage: () => Storage): GoldenStore => {
  const kept = createKeptJson(storage, GOLDENS_KEY, Goldens, [])
  return {
    read: (key) => {
      const found = kept.read().find((entry) => entry.key === key)
      return found ? toUnitVectors(found.pictures) : null
    },
    keys: () => kept.read().map(({ key }) => key),
    write: (key, pictures) => {
      const others = kept.read().filter((entry) => entry.key !== key)
      kept.write([...others, { key, pictures: pictures.map(roundedGolden) }].slice(-MAX_GOLDENS))
    },
  }
}

/** Which rungs of the ladder failed on this machine. */
export const createDemotionMemory = (storage: () => Storage): DemotionMemory => {
  const kept = createKeptJson(storage, DEMOTIONS_KEY, Demotions, [])
  return {
    read: kept.read,
    write: (demotions) => {
      kept.write([...demotions])
    },
  }
}
