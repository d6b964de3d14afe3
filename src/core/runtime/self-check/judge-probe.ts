import type { UnitVector } from '../../brands'
import { toUnitVectors } from '../../question/scoring/cosine'

/**
 * What the self-check of a model on its device has shown: embeddings of canned pictures and prompts, compared
 * with vectors that are known to be right.
 */
export type SelfCheck =
  /** Within the limits; `distance` is the largest cosine distance. */
  | { readonly kind: 'verified'; readonly distance: number; readonly against: Reference }
  /** Usable, yet further away than a sound device should be. */
  | { readonly kind: 'inexact'; readonly distance: number; readonly against: Reference }
  /** The CPU itself, with nothing to compare it with: its numbers are sane, and are what others are held to. */
  | { readonly kind: 'plausible' }

/** Where the vectors come from: shipped with the model, or computed once on this machine's CPU from the same weights. */
export type Reference = 'golden' | 'cpu'

/** A result in a line of a report. English, as reports are. */
export const selfCheckLine = (check: SelfCheck): string =>
  'distance' in check ? `${check.kind}, distance ${check.distance.toPrecision(2)}` : check.kind

/** What a model made of the canned input. Vectors of any length, so that a broken one can be seen here. */
export interface Probe {
  readonly pictures: readonly Float32Array[]
  /** Empty where only the vision tower is open. */
  readonly prompts: readonly Float32Array[]
}

/** Embeddings of the canned pictures that are known to be right, in order. */
export interface Golden {
  readonly pictures: readonly UnitVector[]
  readonly reference: Reference
}

/** Why numbers are not to be trusted. */
export type ProbeFault =
  /** NaN, infinity or zero length. */
  | 'no-direction'
  /** Two pictures, or two prompts, that have nothing in common got one embedding. */
  | 'constant'
  /** Each picture got the other's embedding. */
  | 'swapped'
  /** Too far from what is known to be right. */
  | 'far-off'

/** What a probe has shown. */
export type ProbeVerdict =
  | { readonly kind: 'passed'; readonly selfCheck: SelfCheck }
  /** `distance` is the largest one, `null` where there is none to measure. */
  | { readonly kind: 'failed'; readonly fault: ProbeFault; readonly distance: number | null }

/**
 * Largest cosine distances for "verified" and for "usable". They are ente's, for the same check of CLIP on many
 * machines: fp16 stays below the first, every broken backend that was seen was far above the second.
 */
const VERIFIED_LIMIT = 0.015
const USABLE_LIMIT = 0.035

/** Embeddings of two different inputs that are nearer than this are the same number in float32. */
const SAME = 1e-6

const failed = (fault: ProbeFault, distance: number | null = null) =>
  ({ kind: 'failed', fault, distance }) as const

/** 1 minus the cosine; 2, the largest there is, where the two have different dimensions. */
const distanceOf = (a: UnitVector, b: UnitVector): number =>
  a.length === b.length ? 1 - a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0) : 2

const isConstant = (vectors: readonly UnitVector[]): boolean =>
  vectors.some((vector, i) => vectors.slice(i + 1).some((other) => distanceOf(vector, other) < SAME))

const totalDistance = (a: readonly UnitVector[], b: readonly UnitVector[]): number =>
  a.reduce((sum, vector, i) => sum + distanceOf(vector, b[i] ?? vector), 0)

/**
 * Judges a model's embeddings of the canned input.
 * @param golden `null` where nothing is known to compare with: the numbers must be sane then, and no more.
 */
export const judgeProbe = (probe: Probe, golden: Golden | null): ProbeVerdict => {
  const pictures = toUnitVectors(probe.pictures)
  const prompts = toUnitVectors(probe.prompts)
  if (!pictures || !prompts || pictures.length === 0) return failed('no-direction')
  const isSame = isConstant(pictures) || isConstant(prompts)
  // Whether one answer to everything is a fault only a model's right answers can tell, where they are known.
  if (isSame && !(golden && isConstant(golden.pictures))) return failed('constant')
  if (!golden) return { kind: 'passed', selfCheck: { kind: 'plausible' } }

  const known = golden.pictures
  if (known.length !== pictures.length) return failed('far-off')
  const distance = Math.max(...pictures.map((picture, i) => distanceOf(picture, known[i] ?? picture)))
  if (totalDistance([...pictures].reverse(), known) < totalDistance(pictures, known))
    return failed('swapped', distance)
  if (!(distance <= USABLE_LIMIT)) return failed('far-off', distance)
  const kind = distance <= VERIFIED_LIMIT ? 'verified' : 'inexact'
  // Rounding may leave the product of equal vectors a hair above 1.
  const selfCheck = { kind, distance: Math.max(0, distance), against: golden.reference } as const
  return { kind: 'passed', selfCheck }
}

/** A vector as files have it: to the sixth decimal, which moves a cosine by less than one part in a million. */
export const roundedGolden = (vector: UnitVector): number[] =>
  Array.from(vector, (value) => Math.round(value * 1e6) / 1e6)

/** Keeps what this machine's CPU made of the canned pictures, so that a graphics card is compared without a wait. */
export interface GoldenStore {
  /** @param key names weights, precision, recipe and canned input. */
  read(key: string): readonly UnitVector[] | null
  /** Of all that are kept. */
  keys(): readonly string[]
  write(key: string, pictures: readonly UnitVector[]): void
}
