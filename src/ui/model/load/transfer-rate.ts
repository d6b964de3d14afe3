/** How much had arrived at a moment. */
export interface Sample {
  /** Milliseconds by `performance.now()`. */
  readonly at: number
  /** Bytes. */
  readonly loaded: number
}

/** Rates are taken over the newest five seconds: long enough to be read, short enough to be true. */
const SPAN_MS = 5000

/** The samples that a rate is taken over, with a newer one. */
export const addSample = (samples: readonly Sample[], sample: Sample): readonly Sample[] => [
  ...samples.filter(({ at }) => sample.at - at <= SPAN_MS),
  sample,
]

/** Bytes a second between the first and the last sample; `null` while there is one, or nothing arrives. */
export const transferRate = (samples: readonly Sample[]): number | null => {
  const [first] = samples
  const last = samples.at(-1)
  if (!first || !last || last.at === first.at) return null
  const bytes = last.loaded - first.loaded
  return bytes > 0 ? (bytes / (last.at - first.at)) * 1000 : null
}
