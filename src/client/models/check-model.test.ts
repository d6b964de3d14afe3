import { proxy } from 'comlink'
import { afterEach, describe, expect, it } from 'vitest'
import type { Milliseconds, UnitVector } from '../../core/brands'
import type { LoadedModel } from '../../core/model/loaded-model'
import { done } from '../../core/errors/outcome'
import { toUnitVector } from '../../core/question/scoring/cosine'
import { registerTransferHandlers } from '../../protocol/abort-signal-transfer'
import type { InferenceApi, LoadRequest } from '../../protocol/inference-api'
import { buildColorModel } from '../../testing/color-model/build-color-model'
import { createModelCheck } from './check-model'
import { spawnInferenceWorker } from '../workers/spawn-worker'
import { createSupervisedWorker, type SupervisedWorker } from '../workers/supervised-worker'

registerTransferHandlers()

const blobs = new Map([...buildColorModel()].map(([path, content]) => [path, new Blob([content])] as const))
const request: LoadRequest = {
  source: { kind: 'disk', id: 'colours' },
  revision: '1',
  files: { kind: 'blobs', blobs },
  runtime: { device: 'wasm', build: 'wasm', threads: 1, dtypes: ['fp32'], textDtypes: ['fp32'] },
  dtype: null,
  allowFallbackAdapter: true,
  towers: 'both',
  fault: null,
  kept: true,
}
const never = new AbortController().signal

const workers: SupervisedWorker<InferenceApi>[] = []
afterEach(() => {
  for (const worker of workers.splice(0)) worker.stop('the test is over')
})

/**
 * Loads the colour model where its numbers were others at an earlier load.
 * @param spoiled what comparing its files with their hashes shows.
 */
const checkAfterOtherNumbers = async (spoiled: readonly string[]) => {
  const worker = createSupervisedWorker<InferenceApi>(spawnInferenceWorker)
  workers.push(worker)
  const loaded = await worker.run<LoadedModel>({
    doing: 'loading the model',
    deadline: 60_000 as Milliseconds,
    signal: never,
    work: (api, signal, heartbeat) => api.load(request, proxy(heartbeat), signal),
  })
  if (loaded.kind !== 'done' || loaded.value.task !== 'zero-shot') throw new Error(JSON.stringify(loaded))
  const { dimension } = loaded.value
  const other = toUnitVector(Array.from({ length: dimension }, (_, i) => (i === dimension - 1 ? 1 : 0)))
  let kept: readonly UnitVector[] = [other!, other!]
  const earlier = kept
  const check = createModelCheck({
    spawnInferenceWorker,
    deadline: 60_000 as Milliseconds,
    models: { recheck: () => Promise.resolve(done(spoiled)) },
    goldens: { read: () => kept, write: (_, pictures) => (kept = pictures) },
  })
  const outcome = await check(worker, request, loaded.value, never)
  return { outcome, replaced: kept !== earlier }
}

describe('a model whose numbers are not those of its earlier loads', () => {
  it('is refused where one of its files has changed', async () => {
    const { outcome, replaced } = await checkAfterOtherNumbers(['onnx/vision_model.onnx'])
    expect(outcome).toMatchObject({
      kind: 'failed',
      error: { code: 'MODEL_CORRUPT', file: 'onnx/vision_model.onnx' },
    })
    expect(replaced).toBe(false)
  })

  it('is used where its files are sound: the kept numbers were wrong', async () => {
    const { outcome, replaced } = await checkAfterOtherNumbers([])
    expect(outcome).toEqual({ kind: 'done', value: { kind: 'plausible' } })
    expect(replaced).toBe(true)
  })
})
