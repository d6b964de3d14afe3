import type { ModelStore } from '../../client/models/model-store'
import type { Bytes } from '../../core/brands'
import { estimateSize } from '../../core/model/catalogue/estimate-size'
import { modelCatalogue } from '../../core/model/catalogue/model-catalogue'
import type { LoadPlan } from '../../core/model/load-plan'
import type { LoadProgress } from '../../core/model/loaded-model'
import type { ModelChoice } from '../../core/model/model-choice'
import { sourceKey, sourceName, type ModelSource } from '../../core/model/model-source'
import type { ListedFile, StoredModel } from '../../core/model/stored/stored-model'
import { towerPath } from '../../core/model/files/tower-path'
import { cancelled, done, failed, type Outcome } from '../../core/errors/outcome'
import type { Dtype } from '../../core/runtime/runtime'
import type { TaglensError } from '../../core/errors/taglens-error'

/** Size of a model that the catalogue does not know. */
const ORDINARY = 153_000_000

/** In how many steps a download arrives. */
const STEPS = 40

const sizeOf = (source: ModelSource, dtype: Dtype): number => {
  const known = modelCatalogue.find(({ id }) => source.kind === 'hub' && source.id === id)
  return known ? estimateSize(known.parameters.value, { vision: dtype, text: dtype }) : ORDINARY
}

const filesOf = (source: ModelSource, dtype: Dtype): readonly ListedFile[] => {
  const whole = sizeOf(source, dtype)
  const file = (path: string, share: number) => ({
    path,
    size: Math.round(whole * share) as Bytes,
    hash: null,
  })
  return [
    file('config.json', 0.01),
    file(towerPath('text', dtype), 0.39),
    file(towerPath('vision', dtype), 0.6),
  ]
}

/** Names that make a model fail, each in its own way, with what; a host called `missing…` has no model at all. */
const errorFor = (
  source: ModelSource,
): { readonly at: 'plan' | 'load'; readonly error: TaglensError } | null => {
  const name = sourceName(source)
  const url = `https://huggingface.co/api/models/${name}`
  if (name.includes('missing') || (source.kind === 'hub' && source.host.includes('missing')))
    return { at: 'plan', error: { code: 'MODEL_NOT_FOUND', url } }
  if (name.includes('offline')) return { at: 'plan', error: { code: 'NETWORK', url, status: 0 } }
  if (name.includes('busy')) return { at: 'plan', error: { code: 'NETWORK', url, status: 429 } }
  if (name.includes('corrupt'))
    return {
      at: 'load',
      error: {
        code: 'MODEL_CORRUPT',
        file: 'onnx/vision_model_quantized.onnx',
        detail: 'its SHA-256 is another than the hub lists',
      },
    }
  if (name.includes('wrong'))
    return { at: 'load', error: { code: 'WRONG_NUMBERS', detail: 'the two test pictures came out alike' } }
  return null
}

/** A store in memory, with downloads that arrive by a clock. */
export interface SketchStore extends ModelStore {
  plan(wish: ModelChoice, signal: AbortSignal): Promise<Outcome<LoadPlan>>
  /**
   * Brings what is missing; a name with `slow` stays at two fifths until it is stopped, one with `opening` is here and
   * stays at being opened.
   */
  obtain(
    plan: Pick<LoadPlan, 'source' | 'dtype'>,
    signal: AbortSignal,
    onProgress: (progress: LoadProgress) => void,
  ): Promise<Outcome<null>>
}

const tick = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })

const untilAborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve()
    signal.addEventListener('abort', () => {
      resolve()
    })
  })

/**
 * Creates the made-up store.
 * @param downloadTime of one model, in milliseconds; 0 has it at once.
 */
export const createSketchStore = (stored: readonly StoredModel[], downloadTime: number): SketchStore => {
  let models = [...stored]
  const find = (source: ModelSource) => models.find(({ key }) => key === sourceKey(source))

  /** What of `files` has arrived when `loaded` bytes have, as the store would list it. */
  const keep = (source: ModelSource, dtype: Dtype, loaded: number): StoredModel => {
    const files = filesOf(source, dtype)
    const whole = loaded >= sizeOf(source, dtype)
    const before = find(source)
    const model: StoredModel = {
      key: sourceKey(source),
      source,
      claim: null,
      checked: null,
      revision: 'c0ffee5a1ad',
      files: whole ? files.map(({ path, size }) => ({ path, size: size ?? (0 as Bytes), sha256: '' })) : [],
      missing: whole ? [] : files,
      dtypes: whole ? [...new Set([...(before?.dtypes ?? []), dtype])] : (before?.dtypes ?? []),
      size: loaded as Bytes,
      addedAt: Date.now(),
      usedAt: Date.now(),
    }
    models = [model, ...models.filter(({ key }) => key !== model.key)]
    return model
  }

  const missingOf = (source: ModelSource, dtype: Dtype): number => {
    const known = find(source)
    if (known?.dtypes.includes(dtype) || source.kind === 'app') return 0
    return sizeOf(source, dtype) - (known && known.missing.length > 0 ? known.size : 0)
  }

  return {
    list: () => Promise.resolve(done(models)),
    recheck: () => Promise.resolve(done([])),
    remove: (key) => {
      models = models.filter((model) => model.key !== key)
      return Promise.resolve(done(null))
    },
    import: (files, { signal }) => {
      if (signal.aborted) return Promise.resolve(cancelled)
      if (!files.some(({ path }) => /config\.json$|\.zip$/.test(path)))
        return Promise.resolve(
          failed({ code: 'UNSUPPORTED_MODEL', detail: 'there is no config.json among the files' }),
        )
      const source = { kind: 'disk', id: files[0]?.path.split('/')[0] ?? 'model' } as const
      return Promise.resolve(done(keep(source, 'q8', ORDINARY)))
    },
    export: (key) => Promise.resolve(done(new Blob([key]))),
    pack: () => Promise.resolve(done({ pack: new Blob(), unread: [] })),
    plan: async ({ source, dtype: asked, device: wanted, finer }, signal) => {
      const dtype = asked !== 'auto' ? asked : finer ? 'fp16' : 'q8'
      const device = wanted === 'auto' ? 'wasm' : wanted
      if (sourceName(source).includes('asking')) await untilAborted(signal)
      if (signal.aborted) return cancelled
      const problem = errorFor(source)
      if (problem?.at === 'plan') return failed(problem.error)
      const unsized = sourceName(source).includes('unsized')
      return done({
        source,
        revision: 'c0ffee5a1ad',
        present: find(source)?.revision ?? null,
        device,
        dtype: { vision: dtype, text: device === 'webgpu' ? 'q8' : dtype },
        files: filesOf(source, dtype),
        total: unsized ? null : (sizeOf(source, dtype) as Bytes),
        missing: unsized ? null : (missingOf(source, dtype) as Bytes),
        ...(finer && {
          weights: { taken: 'finer', finer: dtype, smaller: 'q8', more: missingOf(source, dtype) as Bytes },
        }),
      })
    },
    obtain: async ({ source, dtype: { vision: dtype } }, signal, onProgress) => {
      const total = sizeOf(source, dtype)
      if (sourceName(source).includes('opening')) {
        onProgress({ stage: 'opening', loaded: total as Bytes, total: total as Bytes })
        await untilAborted(signal)
        return cancelled
      }
      const from = total - missingOf(source, dtype)
      const report = (loaded: number) => {
        onProgress({ stage: 'downloading', loaded: Math.round(loaded) as Bytes, total: total as Bytes })
      }
      const slow = sourceName(source).includes('slow')
      const goal = slow ? Math.max(from, total * 0.4) : total
      for (let step = 0; step <= STEPS && from < total; step += 1) {
        const loaded = from + ((goal - from) * step) / STEPS
        report(loaded)
        if (downloadTime > 0) await tick(downloadTime / STEPS)
        if (slow && step === STEPS) await untilAborted(signal)
        if (!signal.aborted) continue
        keep(source, dtype, loaded)
        return cancelled
      }
      const problem = errorFor(source)
      if (problem) return failed(problem.error)
      if (source.kind !== 'app') keep(source, dtype, total)
      return done(null)
    },
  }
}
