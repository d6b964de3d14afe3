import type { Demotion, DemotionReason } from './demotion'
import { demote, type Device, type Dtype, type Runtime } from './runtime'

/** What a demotion holds for: another model, graphics card or version of the engine may fare better. */
export interface DemotionPlace {
  /** `sourceKey` of the model. */
  readonly model: string
  /** Vendor and architecture of the graphics card; empty where there is none. */
  readonly adapter: string
  /** Of the engine, as `core/site/app-build.ts` has it: most versions of the app change nothing about a device. */
  readonly version: string
}

/** A rung that failed in a place. */
export interface KeptDemotion extends DemotionPlace {
  readonly device: Device
  readonly dtype: Dtype
  readonly reason: DemotionReason
}

/** Keeps demotions from one visit to the next. */
export interface DemotionMemory {
  /** Oldest first; empty where nothing usable is kept. */
  read(): readonly KeptDemotion[]
  write(kept: readonly KeptDemotion[]): void
}

/** More than a person has models, times the rungs of each. */
const LIMIT = 60

/** A rung that is missing a file or that could not be opened is found out again in no time; the others cost a wait. */
const WORTH_KEEPING: ReadonlySet<DemotionReason> = new Set(['wrong-numbers', 'silent', 'crashed'])

const isSameRung = (a: KeptDemotion, b: KeptDemotion): boolean =>
  a.model === b.model &&
  a.adapter === b.adapter &&
  a.version === b.version &&
  a.device === b.device &&
  a.dtype === b.dtype

/** What is to be kept after `demotion`, demotions of other versions left out. */
export const rememberDemotion = (
  kept: readonly KeptDemotion[],
  { device, dtype, reason }: Omit<Demotion, 'remembered'>,
  place: DemotionPlace,
): readonly KeptDemotion[] => {
  if (!WORTH_KEEPING.has(reason)) return kept
  const added = { ...place, device, dtype, reason }
  const others = kept.filter((entry) => entry.version === place.version && !isSameRung(entry, added))
  return [...others, added].slice(-LIMIT)
}

/** Where on the ladder to begin, and which better rung that leaves out. */
export interface Start {
  readonly runtime: Runtime
  readonly demotedFrom: Demotion | null
}

/** The highest rung from `runtime` down that has not failed in this place before. The lowest has no way down. */
export const startOf = (runtime: Runtime, kept: readonly KeptDemotion[], place: DemotionPlace): Start => {
  const here = kept.filter(
    ({ model, adapter, version }) =>
      model === place.model && adapter === place.adapter && version === place.version,
  )
  let start: Start = { runtime, demotedFrom: null }
  for (;;) {
    const { device, dtypes, threads } = start.runtime
    const failed = here.find(
      (entry) => entry.device === device && (device === 'wasm' ? threads > 1 : dtypes.includes(entry.dtype)),
    )
    const lower = failed ? demote(start.runtime, failed.dtype) : null
    if (!failed || !lower) return start
    const { dtype, reason } = failed
    start = { runtime: lower, demotedFrom: start.demotedFrom ?? { device, dtype, reason, remembered: true } }
  }
}
