import { createPixelHost } from '../../../src/client/workers/pixel-host'
import { spawnPixelWorker } from '../../../src/client/workers/spawn-worker'
import { createSupervisedWorker } from '../../../src/client/workers/supervised-worker'
import type { Milliseconds } from '../../../src/core/brands'
import type { Recipe } from '../../../src/core/pixels/recipe'
import type { PixelApi } from '../../../src/protocol/pixel-api'
import type { PixelWorkersRow } from './page-result'

const DEADLINE = 20_000 as Milliseconds

const clipRecipe: Recipe = {
  key: 'measured',
  fit: { kind: 'crop', resizeTo: 224, width: 224, height: 224 },
  resample: 'bicubic',
  rescale: 1 / 255,
  mean: [0.48, 0.46, 0.41],
  std: [0.27, 0.26, 0.28],
}

/** Makes pictures ready with ever more pixel workers at once: what a fast graphics card is fed by. */
export const measurePixelWorkers = async (files: readonly Blob[]): Promise<readonly PixelWorkersRow[]> => {
  const rows: PixelWorkersRow[] = []
  for (let workers = 1; workers <= Math.min(16, navigator.hardwareConcurrency); workers *= 2) {
    const hosts = Array.from({ length: workers }, () =>
      createPixelHost(createSupervisedWorker<PixelApi>(spawnPixelWorker), DEADLINE, () => undefined),
    )
    const prepare = (host: (typeof hosts)[number], file: Blob) =>
      host.prepare(file, 'photo', { recipe: clipRecipe, reading: 'exact' }, new AbortController().signal)
    // Each worker's kernel is compiled before the clock runs.
    await Promise.all(hosts.map((host) => prepare(host, files[0] ?? new Blob())))
    const waiting = [...files]
    const startedAt = performance.now()
    const work = async (host: (typeof hosts)[number]) => {
      for (let file = waiting.pop(); file; file = waiting.pop()) await prepare(host, file)
    }
    // Two pictures a worker, as the app has it: one is decoded while another is resized.
    await Promise.all(hosts.flatMap((host) => [work(host), work(host)]))
    rows.push({
      workers,
      pictures: files.length,
      perSecond: (files.length * 1000) / (performance.now() - startedAt),
    })
    for (const host of hosts) host.close()
  }
  return rows
}
