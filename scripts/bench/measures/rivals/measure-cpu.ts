import type { Page } from 'playwright'
import { graphAddress, openBareLoop } from '../../arms.ts'
import { median } from '../../statistics.ts'
import type { TowerShape } from '../../site/tower-worker.ts'
import { ratio, table } from '../figures.ts'

/** Milliseconds for a picture, by ONNX Runtime and by our own kernels. */
export interface CpuMeasured {
  readonly ways: readonly {
    readonly title: string
    readonly ort: readonly number[]
    readonly own: readonly number[]
  }[]
  /** Of shapes that there is no graph of, our own alone. */
  readonly others: readonly { readonly title: string; readonly own: readonly number[] }[]
  /** Bytes of memory of one tower of ViT-B/32; `null` where this browser has no relaxed SIMD. */
  readonly bytes: number | null
  /** Why our own kernels do not run the graph; `null` where they do. */
  readonly refused: string | null
}

const B32: TowerShape = { width: 768, heads: 12, blocks: 12, rows: 50 }
const OTHERS: readonly (readonly [string, TowerShape])[] = [
  ['ViT-B/16', { ...B32, rows: 197 }],
  ['ViT-L/14', { width: 1024, heads: 16, blocks: 24, rows: 257 }],
]

const ROUNDS = 15
const RUNS = 4

/** ONNX Runtime and our own kernels, in turns. */
export const measureCpu = async (page: Page, hub: string): Promise<CpuMeasured> => {
  const bytes = await page.evaluate((shape) => window.bench.openRandomTower(shape), B32)
  let refused: string | null = null
  const ways = []
  for (const [title, threads] of [
    ['one core', 1],
    ['two cores', 2],
  ] as const) {
    // ONNX Runtime keeps the threads that it began with: another number takes another worker.
    await page.reload()
    refused = await page.evaluate((url) => window.bench.openTowers(url), graphAddress(hub))
    const bare = await openBareLoop(page, hub, threads)
    const [ort, own]: [number[], number[]] = [[], []]
    const ownRun = () =>
      page.evaluate(([workers, runs]) => window.bench.runTowers(workers, runs), [threads, RUNS] as const)
    await bare.single('')
    if (refused === null) await ownRun()
    for (let round = 0; round < ROUNDS; round += 1) {
      for (let i = 0; i < RUNS; i += 1) ort.push(await bare.single(''))
      if (refused === null) own.push((await ownRun()) / RUNS / threads)
    }
    ways.push({ title, ort, own })
  }
  const others = []
  for (const [title, shape] of bytes === null ? [] : OTHERS) {
    await page.evaluate((wanted) => window.bench.openRandomTower(wanted), shape)
    const own = []
    for (let round = 0; round < 5; round += 1)
      own.push(await page.evaluate(() => window.bench.runTowers(1, 1)))
    others.push({ title, own })
  }
  return { ways, others, bytes, refused }
}

export const CPU_TITLE = '## Kernels of our own'

const figures = (times: readonly number[]) =>
  times.length === 0 ? '' : `${Math.min(...times).toFixed(0)} / ${median(times).toFixed(0)} ms`

/** The section of the report. */
export const cpuSection = ({ ways, others, bytes, refused }: CpuMeasured): string => `${CPU_TITLE}

ViT-B/32's vision tower on the processor, from the same q8 file, one picture at a time: ONNX Runtime Web, and the kernels of
\`src/engine/cpu\` (ADR 50). Least and median of ${ROUNDS * RUNS} and ${ROUNDS} runs in turns. Two cores are two threads of ONNX Runtime, and
two workers with a picture each of ours: a picture's share. Larger shapes have random weights, and are not cut into patches.
${refused === null ? '' : `Ours do not run it: ${refused}.`}${bytes === null ? '' : `A tower of ours takes ${(bytes / 1e6).toFixed(0)} MB of memory.`}

${table(
  ['', 'ONNX Runtime q8', 'ours', 'faster'],
  [
    ...ways.map(({ title, ort, own }) => [
      `ViT-B/32, ${title}`,
      figures(ort),
      figures(own),
      own.length === 0 ? '' : ratio(median(ort) / median(own)),
    ]),
    ...others.map(({ title, own }) => [`${title}, one core`, '', figures(own), '']),
  ],
)}`
