import { done, failed, type Outcome } from '../errors/outcome'
import type { TaglensError } from '../errors/taglens-error'

/**
 * Event of the page when a part of it, or of a worker, has not arrived: a newer deployment may have replaced it. The
 * name is Vite's for the same.
 */
export const PART_MISSING = 'vite:preloadError'

/** A part of the app that could not be loaded: no network, or a deployment that has replaced it. */
export class PartNotLoaded extends Error {
  /** Lets {@link Late.held} load again. */
  readonly forget: () => void

  constructor(cause: unknown, forget: () => void) {
    super(cause instanceof Error ? cause.message : String(cause), { cause })
    this.name = 'PartNotLoaded'
    this.forget = forget
  }
}

/** A part of the app that is loaded when it is first needed, and kept. */
export interface Late<T> {
  /** Loads it, or gives what is loaded. A failure rejects with {@link PartNotLoaded} and is forgotten: call again. */
  load(): Promise<T>
  /**
   * The same, for what is drawn: one promise however often it is asked for. A failure stays until it is forgotten,
   * as drawing would otherwise load and fail for ever.
   */
  held(): Promise<T>
}

/** Loads once, however often it is asked for. Neither browsers nor React try a failed `import()` again by themselves. */
export const createLate = <T>(load: () => Promise<T>): Late<T> => {
  let loaded: Promise<T> | null = null
  let held: Promise<T> | null = null
  const loadOnce = () =>
    (loaded ??= load().catch((cause: unknown) => {
      loaded = null
      throw new PartNotLoaded(cause, () => {
        held = null
      })
    }))
  return { load: loadOnce, held: () => (held ??= loadOnce()) }
}

/** Loads a part where failures are outcomes: in workers. */
export const obtainPart = async <T>(part: Late<T>): Promise<Outcome<T>> => {
  try {
    return done(await part.load())
  } catch (error) {
    return failed(toPartError(error))
  }
}

/** What an exception of a part of the page means to a person. */
export const toPartError = (error: unknown): TaglensError =>
  error instanceof PartNotLoaded
    ? { code: 'PART_NOT_LOADED', detail: error.message }
    : { code: 'UNEXPECTED', detail: error instanceof Error ? error.message : String(error) }
