import { expect, it } from 'vitest'
import type { Milliseconds } from '../../core/brands'
import { cancelled, done, failed } from '../../core/errors/outcome'
import { type Rung, rungName } from '../../core/runtime/measure/measurement'
import type { Capabilities } from '../../core/runtime/capabilities'
import { registerTransferHandlers } from '../../protocol/abort-signal-transfer'
import type { PixelApi } from '../../protocol/pixel-api'
import { buildColorModel } from '../../testing/color-model/build-color-model'
import { CLIP_VISION } from '../../testing/onnx/transformer-parts'
import { SIDE, writeTransformer } from '../../testing/onnx/write-transformer'
import type { EngineTrials } from '../engine-client'
import { createModelCheck } from '../models/self-check/check-model'
import { createPixelHost } from '../workers/pixel-host'
import { spawnInferenceWorker, spawnPixelWorker } from '../workers/spawn-worker'
import { createSupervisedWorker } from '../workers/supervised-worker'
import { measureModel } from './measure-model'

registerTransferHandlers()

const SOURCE = { kind: 'disk', id: 'colours' } as const
const seconds = (count: number) => (count * 1000) as Milliseconds
const machine: Capabilities = {
  cores: 2,
  memoryGigabytes: 8,
  isolated: true,
  jspi: true,
  savesData: false,
  ios: false,
  gpu: { kind: 'none' },
}

/** The colour model as a store has it, at full precision only, and the workers that were started for it. */
const setup = (capabilities: Capabilities, files = buildColorModel()) => {
  const blobs = new Map([...files].map(([path, content]) => [path, new Blob([content])] as const))
  const alive = new Set<Worker>()
  let asked = 0
  const spawn = () => {
    const worker = spawnInferenceWorker()
    alive.add(worker)
    const terminate = worker.terminate.bind(worker)
    worker.terminate = () => {
      alive.delete(worker)
      terminate()
    }
    return worker
  }
  const models: EngineTrials['parts']['models'] = {
    list: () => Promise.resolve(done([])),
    recheck: () => Promise.resolve(done([])),
    settle: () => Promise.resolve(done(null)),
    keepPacked: () => Promise.resolve(done(null)),
    remove: () => Promise.resolve(done(null)),
    examine: () => {
      asked += 1
      return Promise.resolve(failed({ code: 'NETWORK', url: 'host', status: 0 }))
    },
    open: () => Promise.resolve(done({ revision: '1', blobs, kept: true, checkDue: false })),
    obtain: () => Promise.resolve(cancelled),
  }
  const pixels = createPixelHost(
    createSupervisedWorker<PixelApi>(spawnPixelWorker),
    seconds(20),
    () => undefined,
  )
  const trials: EngineTrials = {
    parts: {
      models,
      spawnInferenceWorker: spawn,
      probeCapabilities: () => Promise.resolve(capabilities),
      deadlines: { load: seconds(60), run: seconds(20) },
      preferredDevice: 'auto',
      demotions: { read: () => [], write: () => undefined },
      goldens: { read: () => null, keys: () => [], write: () => undefined },
      mostWorkers: 1,
      engineVersion: 'test',
      allowFallbackAdapter: true,
    },
    check: createModelCheck({
      spawnInferenceWorker: spawn,
      models,
      deadline: seconds(60),
      publishedGoldens: '',
      goldens: { read: () => null, keys: () => [], write: () => undefined },
    }),
    prepare: pixels.prepare,
  }
  return { trials, alive, asked: () => asked, close: pixels.close }
}

it('measures each rung whose files are here, the graphics card held to the CPU, and asks no host', async () => {
  const { trials, alive, asked, close } = setup({
    ...machine,
    gpu: { kind: 'fallback', adapter: 'software' },
  })
  const tried: string[] = []
  const outcome = await measureModel(trials, SOURCE, {
    signal: new AbortController().signal,
    onProgress: ({ rung }) => tried.push(rungName(rung)),
    budget: 20 as Milliseconds,
  })
  close()
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome))
  const { rungs, preparation, model } = outcome.value
  expect(model.id).toBe('file:colours')
  expect(preparation.map(({ width }) => width)).toEqual([4000, 1152])
  expect(rungs.map(({ rung }) => rungName(rung))).toEqual(tried)
  const measured = rungs.flatMap(({ rung, result }) =>
    result.kind === 'measured' ? [[rungName(rung), result] as const] : [],
  )
  expect(measured.map(([name]) => name)).toEqual([
    'WebGPU fp32',
    'WASM fp32, 2 threads',
    'WASM fp32, 1 thread',
  ])
  // They run transformers, and this is none.
  expect(rungs.filter(({ result }) => result.kind === 'refused').map(({ rung }) => rungName(rung))).toEqual([
    'Own kernels fp32, 2 workers',
  ])
  for (const [, { batches, ready }] of measured) {
    expect(batches.map(({ pictures }) => pictures)).toEqual([1, 4, 16])
    expect(Math.min(ready, ...batches.map(({ run }) => run))).toBeGreaterThan(0)
  }
  expect(measured[0]?.[1].selfCheck).toMatchObject({ kind: 'verified', against: 'cpu' })
  expect(new Set(rungs.map(({ result }) => result.kind))).toEqual(new Set(['measured', 'no file', 'refused']))
  expect({ asked: asked(), alive: alive.size }).toEqual({ asked: 0, alive: 0 })
})

it('measures our own kernels beside the others, with a worker for each core', async () => {
  const files = new Map(buildColorModel())
  files.set('onnx/vision_model.onnx', writeTransformer(CLIP_VISION))
  const vision = JSON.stringify({ image_size: SIDE, num_attention_heads: 4 })
  files.set(
    'config.json',
    String(files.get('config.json')).replace(/"vision_config":\{[^}]*\}/, `"vision_config":${vision}`),
  )
  const { trials, alive, close } = setup(machine, files)
  const outcome = await measureModel(trials, SOURCE, {
    signal: new AbortController().signal,
    onProgress: () => undefined,
    budget: 20 as Milliseconds,
  })
  close()
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome))
  const measured = outcome.value.rungs.filter(({ result }) => result.kind === 'measured')
  expect(measured.map(({ rung }) => rungName(rung))).toEqual([
    'WASM fp32, 2 threads',
    'Own kernels fp32, 2 workers',
    'WASM fp32, 1 thread',
    'Own kernels fp32, 1 worker',
  ])
  expect(alive.size).toBe(0)
})

it('stops when it is told to, and leaves no worker behind', async () => {
  const { trials, alive, close } = setup(machine)
  const stop = new AbortController()
  const tried: Rung[] = []
  const outcome = await measureModel(trials, SOURCE, {
    signal: stop.signal,
    onProgress: ({ rung }) => {
      tried.push(rung)
      // While the one that opens is on its way.
      if (rung.dtype === 'fp32')
        queueMicrotask(() => {
          stop.abort()
        })
    },
  })
  close()
  expect(outcome).toEqual(cancelled)
  expect(tried.at(-1)?.dtype).toBe('fp32')
  expect(alive.size).toBe(0)
})
