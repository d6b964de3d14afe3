import type { Page } from 'playwright'
import { type Arm, graphAddress, openBareLoop } from '../../arms.ts'
import { median } from '../../statistics.ts'
import type { TowerShape } from '../../site/tower-worker.ts'
import { ratio, table } from '../figures.ts'
import { measureVisits, type Visits, visitsTable } from './measure-visits.ts'

/** Milliseconds for a picture or a prompt, by ONNX Runtime and by our own kernels. */
interface Way {
  readonly title: string
  readonly ort: readonly number[]
  readonly own: readonly number[]
}

/** What was measured of our own kernels. */
export interface CpuMeasured {
  readonly ways: readonly Way[]
  /** Of shapes that there is no graph of, our own alone. */
  readonly others: readonly { readonly title: string; readonly own: readonly number[] }[]
  /** Bytes of memory of one tower of ViT-B/32; `null` where this browser has no SIMD. */
  readonly bytes: number | null
  /** The same of its text tower, without the rows of its tokens. */
  readonly textBytes: number | null
  /** Why our own kernels do not run the graph; `null` where they do. */
  readonly refused: string | null
  readonly visits: Visits
}

const B32: TowerShape = { width: 768, heads: 12, blocks: 12, rows: 50 }
const OTHERS: readonly (readonly [string, TowerShape])[] = [
  ['ViT-B/16', { ...B32, rows: 197 }],
  ['ViT-L/14', { width: 1024, heads: 16, blocks: 24, rows: 257 }],
]

const ROUNDS = 15
const RUNS = 4
const ONE_CORE = 'one core'
const CORES = [
  [ONE_CORE, 1],
  ['two cores', 2],
] as const

/** How one way of both takes turns. @param batch of ONNX Runtime's runs; ours take one after the other. */
const inTurns = async (page: Page, title: string, bare: Arm, threads: number, batch: 1 | 4): Promise<Way> => {
  const [ort, own]: [number[], number[]] = [[], []]
  const ownRun = () =>
    page.evaluate(([workers, runs]) => window.bench.runTowers(workers, runs), [threads, RUNS] as const)
  const ortRun = () => (batch === 1 ? bare.single('') : bare.batch(['', '', '', '']))
  await ortRun()
  await ownRun()
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let i = 0; i < RUNS / batch; i += 1) ort.push((await ortRun()) / batch)
    own.push((await ownRun()) / RUNS / threads)
  }
  return { title, ort, own }
}

/** ONNX Runtime and our own kernels, in turns. */
export const measureCpu = async (
  page: Page,
  {
    hub,
    app,
    executablePath,
    fixtures,
  }: {
    readonly hub: string
    readonly app: string
    readonly executablePath: string
    readonly fixtures: string
  },
): Promise<CpuMeasured> => {
  const bytes = await page.evaluate((shape) => window.bench.openRandomTower(shape), B32)
  let refused: string | null = null
  let textBytes: number | null = null
  const ways: Way[] = []
  for (const [cores, threads] of CORES) {
    // ONNX Runtime keeps the threads that it began with: another number takes another worker.
    await page.reload()
    refused = await page.evaluate((url) => window.bench.openTowers(url), graphAddress(hub))
    if (refused !== null) break
    const pictures = await openBareLoop(page, hub, threads)
    for (const batch of [1, 4] as const)
      ways.push(await inTurns(page, `a picture, ${batch} at a time, ${cores}`, pictures, threads, batch))
    await page.reload()
    const text = await page.evaluate((url) => window.bench.openTextTowers(url), graphAddress(hub, 'text'))
    if (typeof text === 'string') {
      refused = text
      break
    }
    textBytes = text
    const prompts = await openBareLoop(page, hub, threads, 'text')
    // A prompt is never in two workers.
    if (cores === ONE_CORE)
      for (const batch of [1, 4] as const)
        ways.push(await inTurns(page, `a prompt, ${batch} at a time, ${cores}`, prompts, threads, batch))
  }
  const others = []
  for (const [title, shape] of bytes === null ? [] : OTHERS) {
    await page.evaluate((wanted) => window.bench.openRandomTower(wanted), shape)
    const own = []
    for (let round = 0; round < 5; round += 1)
      own.push(await page.evaluate(() => window.bench.runTowers(1, 1)))
    others.push({ title, own })
  }
  const visits = await measureVisits(executablePath, app, fixtures)
  return { ways, others, bytes, textBytes, refused, visits }
}

export const CPU_TITLE = '## Kernels of our own'

const figures = (times: readonly number[]) =>
  times.length === 0 ? '' : `${Math.min(...times).toFixed(0)} / ${median(times).toFixed(0)} ms`

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`

/** The section of the report. */
export const cpuSection = ({
  ways,
  others,
  bytes,
  textBytes,
  refused,
  visits,
}: CpuMeasured): string => `${CPU_TITLE}

ViT-B/32's towers on the processor, from the same q8 files: ONNX Runtime Web, and the kernels of \`src/engine/cpu\` (ADR 50). Least
and median of ${ROUNDS * RUNS} and ${ROUNDS} runs in turns, for each picture or prompt of eight tokens. Four at a time are one run of ONNX Runtime's and
four of ours. Two cores are two threads of ONNX Runtime, and two workers with a picture each of ours: a picture's share. Larger
shapes have random weights, and are not cut into patches.
${refused === null ? '' : `Ours do not run it: ${refused}.`}${bytes === null ? '' : `A vision tower of ours takes ${megabytes(bytes)} of memory.`} ${textBytes === null ? '' : `Its text tower takes ${megabytes(textBytes)}, and 25 MB more for the rows of its tokens, 51 MB where the file has more than a byte for a number.`}

${table(
  ['', 'ONNX Runtime q8', 'ours', 'faster'],
  [
    ...ways.map(({ title, ort, own }) => [
      title,
      figures(ort),
      figures(own),
      ratio(median(ort) / median(own)),
    ]),
    ...others.map(({ title, own }) => [`${title}, one core`, '', figures(own), '']),
  ],
)}

${visitsTable(visits)}`
