import { wrap } from 'comlink'
import type { BareLoop } from './bare-worker'
import { drawPhoto } from './draw-photo'
import type { PipelineArm } from './pipeline-worker'
import type { OwnTower, TowerShape } from './tower-worker'

const toBase64 = async (blob: Blob): Promise<string> => {
  let text = ''
  for (const byte of new Uint8Array(await blob.arrayBuffer())) text += String.fromCharCode(byte)
  return btoa(text)
}

const fetchPictures = (urls: readonly string[]): Promise<Blob[]> =>
  Promise.all(urls.map(async (url) => (await fetch(url)).blob()))

/* eslint-disable no-restricted-syntax -- The bench has no engine: these workers are what it is compared with. */
const bare = wrap<BareLoop>(new Worker(new URL('./bare-worker.ts', import.meta.url), { type: 'module' }))
const pipeline = wrap<PipelineArm>(
  new Worker(new URL('./pipeline-worker.ts', import.meta.url), { type: 'module' }),
)
const towers = Array.from({ length: 2 }, () =>
  wrap<OwnTower>(new Worker(new URL('./tower-worker.ts', import.meta.url), { type: 'module' })),
)
/* eslint-enable no-restricted-syntax */

/** What the bench drives from outside. Times are milliseconds, taken inside the browser. */
const bench = {
  /** @returns a JPEG, base64. */
  draw: async (width: number, height: number, seed: number) => toBase64(await drawPhoto(width, height, seed)),
  openBare: (graphUrl: string, threads: number) => bare.open(graphUrl, threads),
  runBare: (runs: number, batch: number) => bare.run(runs, batch),
  openPipeline: (host: string, id: string, threads: number) => pipeline.open(host, id, threads),
  runPipeline: async (urls: readonly string[], labels: readonly string[], batch: number) =>
    pipeline.classify(await fetchPictures(urls), [...labels], batch),
  /** @returns why the file's tower cannot be opened; `null` where it is open in each worker. */
  openTowers: async (graphUrl: string) =>
    (await Promise.all(towers.map((tower) => tower.openFile(graphUrl))))[0] ?? null,
  /** @returns bytes of memory of each worker's, or why the file's text tower cannot be opened. */
  openTextTowers: async (graphUrl: string) =>
    (await Promise.all(towers.map((tower) => tower.openText(graphUrl))))[0] ?? '',
  /** @returns bytes of memory; `null` where the browser cannot. */
  openRandomTower: (shape: TowerShape) => towers[0]?.openRandom(shape) ?? Promise.resolve(null),
  /** A picture at a time in each of so many workers. @returns milliseconds for all of them. */
  runTowers: async (workers: number, runs: number) => {
    const startedAt = performance.now()
    await Promise.all(towers.slice(0, workers).map((tower) => tower.run(runs)))
    return performance.now() - startedAt
  },
}

/** The page's end of the bench. */
export type BenchPage = typeof bench

Object.assign(window, { bench })
