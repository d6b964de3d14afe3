import type { EngineClient } from '../../client/engine-client'
import { fixedLabelCatalogue } from '../../core/model/catalogue/fixed-label-catalogue'
import { imagenetCategories } from '../../core/tasks/fixed-labels/imagenet/class-layout'
import type { Bytes, Milliseconds, UnitVector } from '../../core/brands'
import { MOSAIC_LENGTH } from '../../core/desk/duplicates/mosaic'
import type { LoadedModel } from '../../core/model/loaded-model'
import type { ZeroShotModel } from '../../core/tasks/zero-shot/model'
import { sourceName } from '../../core/model/model-source'
import { cancelled, done, failed, type Outcome } from '../../core/errors/outcome'
import { type Extent, modelKeyOver, modelOver } from '../../core/pixels/crops/extent'
import type { TaglensError } from '../../core/errors/taglens-error'
import { createFixedLabelModel, createLoadedModel } from '../loaded-model'
import { noTrials } from '../fakes/fake-engine'
import { direction, hash, unit } from './sketch-directions'
import { sketchLabels, sketchLogits } from './sketch-classifier'
import { createSketchLooks, sketchSize } from './sketch-looks'
import { subjects } from './sketch-pictures'
import type { SketchStore } from './sketch-store'

const SIZE = 153_000_000 as Bytes

/** `car (copy).svg` shows what `car.svg` does, in other bytes. */
const COPY = ' (copy)'

/** Squares of its own for every name, but for copies. */
const mosaicOf = (name: string): Uint8Array<ArrayBuffer> => {
  const shown = name.replace(COPY, '')
  return Uint8Array.from({ length: MOSAIC_LENGTH }, (_, i) => hash(`${shown} ${i}`) % 256)
}

/** What a picture of that name shows, mixed with a little of everything, as photographs are. */
const pictureVector = (name: string): UnitVector => {
  const sum = direction(`noise of ${name}`).fill(0, 0, subjects.length)
  const add = (text: string, weight: number) => {
    direction(text).forEach((value, i) => (sum[i] = (sum[i] ?? 0) + value * weight))
  }
  // Of the rest about as much as of what is not shown at all, so that only what is shown fits.
  for (const subject of subjects)
    add(subject, subject === 'other' ? 0.195 : 0.17 + (hash(name + subject) % 100) / 3000)
  const subject = subjects.find((word) => name.startsWith(word))
  if (subject) add(subject, 0.05 + (hash(name) % 100) / 2200)
  return unit(sum)
}

const embedTexts = (
  prompts: readonly string[],
  directionOf: (prompt: string) => Float32Array = direction,
): ReturnType<EngineClient['embedPrompts']> =>
  Promise.resolve(
    done(
      prompts.map((prompt) => ({
        embedding: unit(directionOf(prompt)),
        tokenIds: [49406, 49407],
        cut: prompt.length > 120,
      })),
    ),
  )

/** Names that make a picture fail, each in its own way. */
const errorFor = (name: string, size: number): TaglensError | null => {
  if (name.endsWith('.psd')) return { code: 'IMAGE_DECODE_FAILED', name, format: 'PSD' }
  if (name.startsWith('broken')) return { code: 'IMAGE_DECODE_FAILED', name, format: 'JPEG' }
  if (name.startsWith('huge'))
    return { code: 'IMAGE_TOO_LARGE', name, width: 32_000, height: 24_000, limitMegapixels: 268 }
  return size === 0 ? { code: 'IMAGE_DECODE_FAILED', name, format: 'unknown' } : null
}

const wait = (milliseconds: number, signal: AbortSignal): Promise<'over' | 'aborted'> =>
  new Promise((resolve) => {
    if (milliseconds === 0) {
      resolve('over')
      return
    }
    const timer = Number.isFinite(milliseconds) ? setTimeout(resolve, milliseconds, 'over') : 0
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve('aborted')
    })
  })

/** What a name stands for in the facts of a model that is ready. */
const factsByName = (name: string): Partial<ZeroShotModel> => {
  if (name.includes('mini'))
    return { name: 'Mini', scope: 'drawings only', device: 'wasm', size: 4_100_000 as Bytes, revision: '1' }
  if (name.includes('demoted'))
    return {
      device: 'wasm',
      demotedFrom: { device: 'webgpu', dtype: 'fp16', reason: 'wrong-numbers', remembered: false },
      selfCheck: { kind: 'plausible' },
    }
  return {
    ...(name.includes('inexact') && { selfCheck: { kind: 'inexact', distance: 0.0213, against: 'cpu' } }),
    ...(name.includes('full') && { kept: false }),
  }
}

/**
 * An engine that makes everything up, for looking at screens. Names decide: pictures called `broken…`,
 * `huge…` or `….psd` fail, those called `stuck…` are never done. Of a model's name, `slow`, `opening`, `asking`,
 * `unsized`, `missing`, `offline`, `busy`, `corrupt` and `wrong` decide how its download goes (`sketch-store.ts`),
 * `demoted`, `inexact` and `full` how it runs, and `mini` is for drawings only, which pictures called `….jpg`
 * are not.
 *
 * @param encodeTime of a picture, by its name, in milliseconds.
 */
export const createSketchEngine = (
  encodeTime: (name: string) => number,
  models: SketchStore,
): EngineClient => {
  let model: LoadedModel | null = null
  let encoded = 0
  let extent: Extent = 'middle'
  const listeners = new Set<(model: LoadedModel) => void>()
  const looks = createSketchLooks(
    (name) =>
      model?.task === 'fixed-labels'
        ? { kind: 'classes', logits: sketchLogits(name, hash(name)) }
        : { kind: 'embedding', embedding: pictureVector(name) },
    (name, signal) => wait(encodeTime(name), signal),
  )
  return {
    models,
    plan: models.plan,
    model: () => model && modelOver(model, extent),
    load: async ({ source, ...wish }, { signal, onProgress }) => {
      const dtype = wish.dtype !== 'auto' ? wish.dtype : wish.finer ? 'fp16' : 'q8'
      const device = wish.device === 'auto' ? 'webgpu' : wish.device
      const towers = { vision: dtype, text: 'q8' } as const
      const obtained = await models.obtain({ source, dtype: towers }, signal, onProgress)
      if (obtained.kind !== 'done') return obtained
      const id = sourceName(source)
      if (fixedLabelCatalogue.some((entry) => entry.id === id)) {
        model = createFixedLabelModel({
          key: `${id} ${dtype} ${device}`,
          ...{ id, name: id, device, dtype: { vision: dtype }, size: SIZE },
          ...{ labels: sketchLabels, categories: imagenetCategories(sketchLabels) },
        })
        return done(modelOver(model, extent))
      }
      model = createLoadedModel({
        key: `${id} ${dtype} ${device}`,
        id,
        name: id,
        device,
        dtype: towers,
        threads: 8,
        dimension: 512,
        size: SIZE,
        loadTime: 1840 as Milliseconds,
        selfCheck: { kind: 'verified', distance: 0.0021, against: 'cpu' },
        ...factsByName(id),
        ...(wish.executor === 'own' && { executor: { kind: 'own', precision: 'int8', distance: 0.0007 } }),
      })
      return done(modelOver(model, extent))
    },
    trials: { ...noTrials, prepare: looks.prepare },
    lookOver: (next) => {
      extent = next
      if (model) for (const listener of listeners) listener(modelOver(model, extent))
    },
    forgetDemotions: () => undefined,
    unload: () => {
      model = null
    },
    embedPrepared: looks.embedPrepared,
    seePlaces: looks.seePlaces,
    closePlaces: () => Promise.resolve(),
    embedPicture: async (picture, name, { signal }) => {
      const time = encodeTime(name)
      if ((await wait(name.startsWith('stuck') ? Infinity : time, signal)) === 'aborted') return cancelled
      const error = errorFor(name, picture.size)
      if (error) return failed(error)
      const { width, height } = await sketchSize(picture)
      const side = Math.min(width, height)
      encoded += 1
      return done({
        sha256: hash(name).toString(16).padStart(64, '0'),
        width,
        height,
        frame: {
          left: (width - side) / 2 / width,
          top: (height - side) / 2 / height,
          width: side / width,
          height: side / height,
        },
        thumbnail: picture,
        photographic: name.endsWith('.jpg'),
        reducedBy: 1,
        isShowable: true,
        mosaic: mosaicOf(name),
        ...(model?.task === 'fixed-labels'
          ? { kind: 'classes', logits: sketchLogits(name, hash(name)) }
          : { kind: 'embedding', embedding: pictureVector(name.replace(COPY, '')) }),
        modelKey: model ? modelKeyOver(model.key, extent) : '',
        time: (8 + (hash(name) % 120) / 10) as Milliseconds,
      })
    },
    // Whatever the frame shows, it is a car.
    embedFrame: async (_frame, signal) => {
      if ((await wait(encodeTime('frame'), signal)) === 'aborted') return cancelled
      return done({
        ...{
          width: 640,
          height: 480,
          photographic: false,
          modelKey: model?.key ?? '',
          time: 9 as Milliseconds,
        },
        frame: { left: 0, top: 0, width: 1, height: 1 },
        ...(model?.task === 'fixed-labels'
          ? { kind: 'classes', logits: sketchLogits('car', hash('car')) }
          : { kind: 'embedding', embedding: pictureVector('car') }),
      })
    },
    recallBy: () => undefined,
    embedPrompts: (prompts) => embedTexts(prompts),
    // Words of no subject fit nothing: there are so many that chance would have some fit everything.
    embedAside: (prompts) =>
      embedTexts(prompts, (prompt) =>
        subjects.includes(prompt) ? direction(prompt) : direction('other').map((value) => -value),
      ),
    viewCrop: async (picture, _name, signal) => viewInBrowser(picture, signal),
    stats: () => ({
      pictureEncodes: encoded,
      pictureCacheHits: 0,
      promptEncodes: 0,
      promptCacheHits: 0,
      workersReplaced: 0,
      noisyReads: 0,
      pictureTimes: Array.from({ length: encoded }, (_, i) => (70 + (i % 7)) as Milliseconds),
    }),
    waitsForText: () => false,
    retryText: () => undefined,
    onTextArrival: () => () => undefined,
    onModelChanged: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: () => undefined,
  }
}

type View = Awaited<ReturnType<EngineClient['viewCrop']>>

/** The middle square, as the browser draws it: near enough to look at. */
const viewInBrowser = async (picture: Blob, signal: AbortSignal): Promise<View> => {
  const url = URL.createObjectURL(picture)
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    if (signal.aborted) return cancelled
    const canvas = document.createElement('canvas')
    canvas.width = canvas.height = 224
    const context = canvas.getContext('2d')
    const side = Math.min(image.width, image.height)
    context?.drawImage(image, (image.width - side) / 2, (image.height - side) / 2, side, side, 0, 0, 224, 224)
    const pixels = context?.getImageData(0, 0, 224, 224)
    const outcome: Outcome<{ width: number; height: number; rgba: Uint8ClampedArray<ArrayBuffer> }> = pixels
      ? done({ width: 224, height: 224, rgba: pixels.data })
      : cancelled
    return outcome
  } finally {
    URL.revokeObjectURL(url)
  }
}
