import { afterEach, describe, expect, it } from 'vitest'
import type { Milliseconds } from '../../core/brands'
import { towerPath } from '../../core/model/files/tower-path'
import { done } from '../../core/errors/outcome'
import type { Runtime } from '../../core/runtime/runtime'
import type { DemotionReason } from '../../core/runtime/demotion'
import { cosine, toUnitVector } from '../../core/question/scoring/cosine'
import { registerTransferHandlers } from '../../protocol/abort-signal-transfer'
import { PICTURE_BATCH_SIZE, type InferenceApi, type LoadRequest } from '../../protocol/inference-api'
import { buildColorClassifier } from '../../testing/color-model/build-color-classifier'
import { buildColorModel } from '../../testing/color-model/build-color-model'
import { createModelCheck } from '../models/self-check/check-model'
import type { InferenceHost } from '../workers/inference-host'
import { openInferencePool } from './inference-pool'
import { spawnInferenceWorker } from '../workers/spawn-worker'
import { createSupervisedWorker, type SupervisedWorker } from '../workers/supervised-worker'

registerTransferHandlers()

const blobs = new Map([...buildColorModel()].map(([path, content]) => [path, new Blob([content])] as const))
const cpu: Runtime = {
  device: 'wasm',
  build: 'wasm',
  threads: 1,
  dtypes: ['q8', 'fp32'],
  textDtypes: ['fp32'],
}
const request: LoadRequest = {
  source: { kind: 'disk', id: 'colours' },
  revision: '1',
  files: { kind: 'blobs', blobs },
  runtime: cpu,
  dtype: null,
  allowFallbackAdapter: true,
  towers: 'both',
  fault: null,
  gpuBatches: [PICTURE_BATCH_SIZE],
  kept: true,
}
const never = new AbortController().signal

const open: InferenceHost[] = []
afterEach(() => {
  for (const host of open.splice(0)) host.close()
})

const setup = async (workers: number, change: Partial<LoadRequest> = {}, longestRun = 60_000) => {
  const supervised: SupervisedWorker<InferenceApi>[] = []
  const goldens = new Map<string, readonly Float32Array[]>()
  const demotions: DemotionReason[] = []
  let replaced = 0
  let grown: () => void = () => undefined
  const opened = await openInferencePool(
    { ...request, ...change },
    {
      deadlines: { load: 60_000 as Milliseconds, run: longestRun as Milliseconds },
      ladder: {
        check: createModelCheck({
          spawnInferenceWorker,
          deadline: 60_000 as Milliseconds,
          models: { recheck: () => Promise.resolve(done([])) },
          publishedGoldens: '',
          goldens: {
            keys: () => [],
            read: (key) => goldens.get(key)?.flatMap((vector) => toUnitVector(vector) ?? []) ?? null,
            write: (key, pictures) => goldens.set(key, pictures),
          },
        }),
        descends: true,
        demotedFrom: null,
        onDemoted: ({ reason }) => demotions.push(reason),
      },
      onProgress: () => undefined,
      signal: never,
      onReplaced: () => (replaced += 1),
    },
    {
      onResized: () => {
        grown()
      },
      createWorker: () => {
        const worker = createSupervisedWorker<InferenceApi>(spawnInferenceWorker)
        supervised.push(worker)
        return worker
      },
      countWorkers: () => workers,
    },
  )
  if (opened.kind !== 'done') throw new Error(JSON.stringify(opened))
  const host = opened.value
  open.push(host)
  /** A picture of the colour model, all of one shade; each number is another picture. */
  const picture = (shade: number) => new Float32Array(3 * 32 * 32).fill(shade)
  const embed = async (...shades: number[]) => {
    const outcome = await host.embedPictures(shades.map(picture), never)
    return outcome.kind === 'done'
      ? done(outcome.value.flatMap((value) => (value.kind === 'embedding' ? [value.embedding] : [])))
      : outcome
  }
  const whenGrown = () =>
    new Promise<void>((resolve) => {
      grown = resolve
    })
  return { host, supervised, goldens, demotions, embed, whenGrown, replaced: () => replaced }
}

const valueOf = async <T>(outcome: Promise<{ kind: string; value?: T }>): Promise<T> => {
  const settled = await outcome
  if (settled.kind !== 'done' || settled.value === undefined) throw new Error(JSON.stringify(settled))
  return settled.value
}

describe('a pool', () => {
  it('is one worker for single pictures, and grows when a full batch comes', async () => {
    const { host, supervised, embed, whenGrown } = await setup(2)
    await valueOf(embed(0.1))
    expect(supervised).toHaveLength(1)
    const grown = whenGrown()
    await valueOf(embed(0.1, 0.2, 0.3, 0.4))
    await grown
    expect(host.model().workers).toBe(2)
  })

  it('gives each batch its own answers, in order, whichever worker has it, also when workers die', async () => {
    const { host, supervised, embed, whenGrown, replaced } = await setup(2)
    const grown = whenGrown()
    const expected = await valueOf(embed(-1, -0.3, 0.4, 1.2))
    await grown
    const batches = Array.from({ length: 12 }, () => embed(-1, -0.3, 0.4, 1.2))
    for (const worker of supervised) worker.stop('killed by a test')
    for (const batch of batches) {
      const vectors = await valueOf(batch)
      expect(vectors.map((vector, i) => cosine(vector, expected[i]!) > 0.9999)).toEqual([
        true,
        true,
        true,
        true,
      ])
    }
    expect(replaced()).toBeGreaterThan(0)
    expect(host.model().workers).toBe(2)
  })

  it('has a classifier in each worker, which all give the same logits', async () => {
    const classifier = new Map(
      [...buildColorClassifier()].map(([path, content]) => [path, new Blob([content])] as const),
    )
    const { host, whenGrown } = await setup(2, { files: { kind: 'blobs', blobs: classifier } })
    const tensors = [0.1, 0.2, 0.3, 0.4].map((shade) => new Float32Array(3 * 32 * 32).fill(shade))
    const grown = whenGrown()
    const first = await valueOf(host.embedPictures(tensors, never))
    await grown
    expect(host.model()).toMatchObject({ task: 'fixed-labels', workers: 2, kept: true })
    const batches = await Promise.all([1, 2].map(() => valueOf(host.embedPictures(tensors, never))))
    expect(first.map(({ kind }) => kind)).toEqual(['classes', 'classes', 'classes', 'classes'])
    expect(batches).toEqual([first, first])
  })

  it('replaces a worker that hangs, on the lowest rung too, and answers what was in it', async () => {
    const { supervised, embed, whenGrown } = await setup(2, {}, 3000)
    const grown = whenGrown()
    await valueOf(embed(0.1, 0.2, 0.3, 0.4))
    await grown
    for (const worker of supervised)
      void worker.run({
        doing: 'failing on demand',
        deadline: 60_000 as Milliseconds,
        signal: never,
        work: async (api) => {
          await api.hang()
          return { kind: 'cancelled' }
        },
      })
    const batches = await Promise.all([embed(0.1), embed(0.2), embed(0.3)])
    expect(batches.map(({ kind }) => kind)).toEqual(['done', 'done', 'done'])
  })

  it('answers nothing more once it is closed', async () => {
    const { host, embed } = await setup(1)
    host.close()
    expect(await embed(0.5)).toMatchObject({ kind: 'failed', error: { code: 'MODEL_NOT_LOADED' } })
  })
})

describe('a model that is loaded from blobs', () => {
  it('takes the best precision that is at hand, and its CPU’s numbers are kept to compare others with', async () => {
    const { host, goldens } = await setup(1)
    expect(host.model()).toMatchObject({
      dtype: { vision: 'fp32' },
      selfCheck: { kind: 'plausible' },
      demotedFrom: null,
    })
    expect([...goldens.keys()]).toEqual([`1 ${host.model().key}`])
  })

  it('goes from a graphics card without a file of its precision to the CPU, asking for nothing else', async () => {
    const only = new Map(blobs)
    only.set(towerPath('vision', 'q8'), blobs.get(towerPath('vision', 'fp32'))!)
    only.delete(towerPath('vision', 'fp32'))
    const { host, demotions } = await setup(1, {
      files: { kind: 'blobs', blobs: only },
      runtime: { ...cpu, device: 'webgpu', build: 'webgpu', dtypes: ['fp16', 'fp32'] },
    })
    expect(host.model()).toMatchObject({ device: 'wasm', dtype: { vision: 'q8' } })
    expect(new Set(demotions)).not.toContain('wrong-numbers')
  })
})
