import type { Milliseconds } from '../../core/brands'
import { done, failed, type Outcome } from '../../core/errors/outcome'
import type { PictureEncoding } from '../../core/model/picture-encoding'
import { type Extent, LONG_RATIO, modelKeyOver, recipeOver } from '../../core/pixels/crops/extent'
import { meanEncoding } from '../../core/pixels/crops/mean-encoding'
import { MAX_WORKERS } from '../../core/runtime/choose-workers'
import { PICTURE_BATCH_SIZE, type PromptEmbedding } from '../../protocol/inference-api'
import { wasReadFast, type Reading } from '../../core/pixels/reduction'
import type { LiveFrame, PreparedPicture } from '../../protocol/pixel-api'
import type { EncodedFrame, EncodedPicture, PictureOptions } from '../engine-client'
import type { StatsCounter } from '../engine-stats'
import type { InferenceHost } from '../workers/inference-host'
import type { ComingText } from './coming-text'
import { createPictureBatcher } from './picture-batcher'
import type { PictureCache, RecallPicture } from './picture-cache'
import { createPromptCache } from './prompt-cache'
import type { PixelHost } from '../workers/pixel-host'

/** Lets at most so many hold it at a time; the others wait in order of arrival. */
interface Semaphore {
  /** Resolves with the function that gives the place back; calling it twice is harmless. */
  acquire(): Promise<() => void>
}

/** Creates a semaphore of `places`. */
const createSemaphore = (places: number): Semaphore => {
  let free = places
  const waiting: (() => void)[] = []
  const grant = (resolve: (release: () => void) => void) => {
    let held = true
    resolve(() => {
      if (!held) return
      held = false
      const next = waiting.shift()
      if (next) next()
      else free += 1
    })
  }
  return {
    acquire: () =>
      new Promise((resolve) => {
        if (free > 0) {
          free -= 1
          grant(resolve)
        } else {
          waiting.push(() => {
            grant(resolve)
          })
        }
      }),
  }
}

/** Everything that is encoded by one loaded model. */
export interface ModelSession {
  embedFrame(frame: LiveFrame, signal: AbortSignal): Promise<Outcome<EncodedFrame>>
  /** As of `EngineClient`. */
  embedPicture(picture: Blob, name: string, options: PictureOptions): Promise<Outcome<EncodedPicture>>
  embedPrompts(prompts: readonly string[], signal: AbortSignal): Promise<Outcome<readonly PromptEmbedding[]>>
  /** As of `EngineClient`. */
  embedAside(prompts: readonly string[], signal: AbortSignal): Promise<Outcome<readonly PromptEmbedding[]>>
  /** As of `EngineClient`. */
  waitsForText(prompts: readonly string[]): boolean
}

/**
 * Decoded pictures in memory at a time. A 12-megapixel one is 48 MB; two let the browser decode one while the
 * kernel resizes another.
 */
const DECODING = 2

/** How a picture is to be looked at. */
interface Wanted {
  readonly reading: Reading
  readonly extent: Extent
}

/** Pictures between their decoding and their embedding: a batch that runs in each worker and one that waits. */
const UNDER_WAY = (MAX_WORKERS + 1) * PICTURE_BATCH_SIZE

/** So many new pictures one after another, and the next is taken for new: it is made ready as it is identified. */
const NEW_IN_A_ROW = 8

/** What is known of pictures: in this visit, and of earlier ones where that does not know a picture. */
export interface PictureMemory {
  readonly cache: PictureCache
  readonly recall: RecallPicture
}

/**
 * Creates the session of `host`'s model.
 * @param text where its text tower has not come yet.
 * @param extentNow how much of long pictures is looked at where a call does not say.
 */
export const createModelSession = (
  host: InferenceHost,
  pixels: PixelHost,
  { cache, recall }: PictureMemory,
  stats: StatsCounter,
  text: ComingText | null,
  extentNow: () => Extent,
): ModelSession => {
  const batcher = createPictureBatcher(host, PICTURE_BATCH_SIZE)
  const prompts = createPromptCache()
  const atHand = [...(text?.atHand ?? [])]
  prompts.addAndRead(
    atHand.map(([prompt]) => prompt),
    atHand.map(([, embedding]) => ({ embedding, tokenIds: [], cut: false })),
    [],
  )
  /** Pictures of which nothing was known, up to the last one. */
  let newInARow = 0
  const underWay = createSemaphore(UNDER_WAY)
  const decoding = createSemaphore(DECODING)
  // A demotion changes the key that the model goes by, and its new embeddings are others.
  const keyOver = (extent: Extent) => modelKeyOver(host.model().key, extent)

  const prepare = async (
    picture: Blob,
    name: string,
    { reading, extent }: Wanted,
    signal: AbortSignal,
    identifies: boolean,
  ): Promise<Outcome<PreparedPicture>> => {
    const release = await decoding.acquire()
    try {
      const recipe = recipeOver(host.model().recipe, extent)
      return await pixels.prepare(picture, name, { recipe, reading, identifies }, signal)
    } finally {
      release()
    }
  }

  /** Of one crop what is made of it; of several their mean, and how long all of them took. */
  const embedCrops = async (
    crops: readonly PreparedPicture['tensor'][],
    signal: AbortSignal,
  ): Promise<Outcome<{ readonly encoding: PictureEncoding; readonly time: number }>> => {
    const embedded = await Promise.all(crops.map((crop) => batcher.embed(crop, signal)))
    const encodings: PictureEncoding[] = []
    let time = 0
    for (const outcome of embedded) {
      if (outcome.kind !== 'done') return outcome
      encodings.push(outcome.value.encoding)
      time += outcome.value.time
    }
    const encoding = meanEncoding(encodings)
    return encoding
      ? done({ encoding, time })
      : failed({ code: 'UNEXPECTED', detail: 'crops whose vectors take each other away' })
  }

  /** A picture by its bytes, made ready in the same call where it is taken for new. */
  const identify = async (
    picture: Blob,
    name: string,
    wanted: Wanted,
    signal: AbortSignal,
  ): Promise<Outcome<{ readonly sha256: string; readonly early: PreparedPicture | null }>> => {
    if (newInARow < NEW_IN_A_ROW) {
      const identified = await pixels.identify(picture, name, signal)
      return identified.kind === 'done' ? done({ sha256: identified.value, early: null }) : identified
    }
    const prepared = await prepare(picture, name, wanted, signal, true)
    return prepared.kind === 'done'
      ? done({ sha256: prepared.value.sha256 ?? '', early: prepared.value })
      : prepared
  }

  const encode = async (
    { tensor, more = [], time: prepareTime, noisy, ...facts }: PreparedPicture,
    sha256: string,
    { extent }: Wanted,
    signal: AbortSignal,
  ): Promise<Outcome<EncodedPicture>> => {
    const embedded = await embedCrops([tensor, ...more], signal)
    if (embedded.kind !== 'done') return embedded
    const { encoding, time: encodeTime } = embedded.value
    const time = (prepareTime + encodeTime) as Milliseconds
    stats.pictureEncoded(time, noisy)
    const known = { ...facts, ...encoding }
    const modelKey = keyOver(extent)
    cache.set(modelKey, sha256, known)
    return done({ ...known, sha256, modelKey, time })
  }

  const recallOver = async (sha256: string, extent: Extent) => {
    const key = keyOver(extent)
    const cached = cache.get(key, sha256)
    const known = cached ?? (await recall(key, sha256))
    if (known && known !== cached) cache.set(key, sha256, known)
    return known
  }

  /** All of a picture that is not long is what its middle is, which is nearly all of it: nothing is run again. */
  const recallShort = async (sha256: string, extent: Extent) => {
    if (extent === 'middle') return null
    const known = await recallOver(sha256, 'middle')
    // Frames that were kept have 32 bits.
    const least = 1 / LONG_RATIO + 1e-6
    if (!known || Math.min(known.frame.width, known.frame.height) < least) return null
    cache.set(keyOver(extent), sha256, known)
    return known
  }

  const knownPicture = async (sha256: string, { reading, extent }: Wanted) => {
    const known = (await recallOver(sha256, extent)) ?? (await recallShort(sha256, extent))
    return known && reading === 'exact' && wasReadFast(known) ? null : known
  }

  return {
    embedPicture: async (
      picture,
      name,
      { signal, sha256: hash, reading = 'exact', extent = extentNow() },
    ) => {
      const wanted = { reading, extent }
      const release = await underWay.acquire()
      try {
        const identified =
          hash === undefined
            ? await identify(picture, name, wanted, signal)
            : done({ sha256: hash, early: null })
        if (identified.kind !== 'done') return identified
        const { sha256, early } = identified.value
        const known = await knownPicture(sha256, wanted)
        newInARow = known ? 0 : newInARow + 1
        if (known) {
          stats.pictureKnown()
          return done({ ...known, sha256, modelKey: keyOver(extent), time: 0 as Milliseconds })
        }
        const prepared = early ? done(early) : await prepare(picture, name, wanted, signal, false)
        return prepared.kind === 'done' ? await encode(prepared.value, sha256, wanted, signal) : prepared
      } finally {
        release()
      }
    },
    embedFrame: async (frame, signal) => {
      const extent = extentNow()
      const prepared = await pixels.prepareFrame(frame, recipeOver(host.model().recipe, extent), signal)
      if (prepared.kind !== 'done') return prepared
      const { tensor, more = [], ...facts } = prepared.value
      const embedded = await embedCrops([tensor, ...more], signal)
      return embedded.kind === 'done'
        ? done({ ...facts, ...embedded.value.encoding, modelKey: keyOver(extent) })
        : embedded
    },
    embedPrompts: async (texts, signal) => {
      const missing = prompts.missing(texts)
      if (missing.length > 0) {
        const here = (await text?.wait(signal)) ?? done(null)
        if (here.kind !== 'done') return here
        const embedded = await host.embedPrompts(missing, signal)
        if (embedded.kind !== 'done') return embedded
        stats.promptsEncoded(missing.length)
        stats.promptsKnown(texts.length - missing.length)
        return done(prompts.addAndRead(missing, embedded.value, texts))
      }
      stats.promptsKnown(texts.length)
      return done(prompts.addAndRead([], [], texts))
    },
    embedAside: async (texts, signal) => {
      const here = (await text?.wait(signal)) ?? done(null)
      return here.kind === 'done' ? host.embedPrompts(texts, signal, 'normal') : here
    },
    waitsForText: (texts) => text?.isHere() === false && prompts.missing(texts).length > 0,
  }
}
