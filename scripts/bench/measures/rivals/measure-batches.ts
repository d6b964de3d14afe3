import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright'
import { openBareLoop, openPipeline } from '../../arms.ts'
import { withComment } from '../../bench-pictures.ts'
import { median } from '../../statistics.ts'
import { ratio, table } from '../figures.ts'
import { cpuTime } from './process-times.ts'
import { dropFolder, until } from '../many/drawings.ts'

/** Pictures a second by one way, a figure a round, and milliseconds of all cores for each picture. */
export interface BatchRates {
  readonly title: string
  readonly rates: readonly number[]
  /** Empty where the system does not tell. */
  readonly cpu: readonly number[]
}

export interface BatchesMeasured {
  /** Pictures that the app was given, all rounds of one way together. */
  readonly pictures: number
  readonly ways: readonly BatchRates[]
  /** Whether ONNX Runtime for Node was there to be measured. */
  readonly native: boolean
}

/** What the ways need. All run in one browser. */
export interface BatchSetup {
  readonly app: string
  readonly hub: string
  readonly browser: Browser
  readonly benchPage: Page
  /** JPEGs that files are made of, each a file of its own by a comment. */
  readonly drawings: readonly Uint8Array[]
  /** The vision graph that all ways run, as a file; `null` where it is not at hand. */
  readonly graph: Uint8Array | null
}

const ROUNDS = 5
const PICTURES = 40

/** The pipeline is given fewer: at a hundred tags a picture takes it seconds. */
const PIPELINE_PICTURES = { 6: 12, 100: 4 } as const

const tagsOf = (count: number): string[] => Array.from({ length: count }, (_, i) => `thing number ${i + 1}`)

const MODEL = 'bench/vit-b32'

/** A person's first visit with so many tags, who has decided how pictures are read, and the model of the bench. */
const visit = async ({ app, hub, browser }: BatchSetup, tags: number, reading: 'exact' | 'fast') => {
  const context = await browser.newContext()
  const kept = { theme: 'system', template: '{}', temperature: 1, welcomed: true, reading }
  const preferences = JSON.stringify({ ...kept, tags: tagsOf(tags).map((text, hue) => ({ text, hue })) })
  await context.addInitScript((text) => {
    localStorage.setItem('taglens.preferences.1', text)
  }, preferences)
  const page = await context.newPage()
  await page.goto(`${app}?model=none`)
  await page.evaluate(
    (baseUrl) => window.taglens.loadModel({ baseUrl, dtype: 'q8', device: 'wasm' }),
    `${hub}/${MODEL}/resolve/main`,
  )
  await page.evaluate(() => window.taglens.whenIdle())
  return page
}

/** One round of a way. */
interface Round {
  readonly rate: number
  /** Milliseconds of all cores for a picture; `null` where the system does not tell. */
  readonly cpuEach: number | null
}

const timed = async (pictures: number, work: () => Promise<unknown>): Promise<Round> => {
  const [cpuBefore, startedAt] = [cpuTime(), performance.now()]
  await work()
  const [cpuAfter, time] = [cpuTime(), performance.now() - startedAt]
  return {
    rate: (pictures * 1000) / time,
    cpuEach: cpuBefore === null || cpuAfter === null ? null : (cpuAfter - cpuBefore) / pictures,
  }
}

/** From the drop of a folder until all are encoded. */
const dropOn = async (page: Page, folder: string, pictures: number): Promise<Round> => {
  const encodes = () => page.evaluate(() => window.taglens.stats().pictureEncodes)
  const before = await encodes()
  return timed(pictures, async () => {
    await dropFolder(page, await page.context().newCDPSession(page), folder)
    await until(async () => (await encodes()) >= before + pictures, 100)
  })
}

/** What is asked of ONNX Runtime for Node, where `ORT_NODE` names a folder that has it among its packages. */
interface NativeRuntime {
  readonly Tensor: new (type: 'float32', data: Float32Array, dims: readonly number[]) => unknown
  readonly InferenceSession: {
    create(graph: Uint8Array): Promise<{
      readonly inputNames: readonly string[]
      run(feeds: Readonly<Record<string, unknown>>): Promise<unknown>
    }>
  }
}

const openNative = async (graph: Uint8Array | null): Promise<(() => Promise<Round>) | null> => {
  const folder = process.env.ORT_NODE
  if (folder === undefined || graph === null) return null
  // It is not among our dependencies: 200 MB for one row of one table.
  const { Tensor, InferenceSession } = createRequire(path.join(folder, 'package.json'))(
    'onnxruntime-node',
  ) as NativeRuntime
  const session = await InferenceSession.create(graph)
  const values = Float32Array.from({ length: 4 * 3 * 224 * 224 }, (_, i) => Math.sin(i))
  const feeds = { [session.inputNames[0] ?? '']: new Tensor('float32', values, [4, 3, 224, 224]) }
  return () =>
    timed(PICTURES, async () => {
      for (let i = 0; i < PICTURES / 4; i += 1) await session.run(feeds)
    })
}

/** Folders of large photographs, dropped on the app and given to the others, all ways in turns. */
export const measureBatches = async (setup: BatchSetup): Promise<BatchesMeasured> => {
  const { hub, benchPage, drawings } = setup
  const folder = mkdtempSync(path.join(tmpdir(), 'batches-'))
  let number = 1_000_000
  const nextFolder = (): string => {
    const name = path.join(folder, `${(number += 1)}`)
    mkdirSync(name)
    for (let i = 0; i < PICTURES; i += 1) {
      const drawing = drawings[i % drawings.length]
      if (drawing) writeFileSync(path.join(name, `${i}.jpg`), withComment(drawing, `${(number += 1)}`))
    }
    return name
  }
  const urls = (count: number) =>
    Array.from({ length: count }, () => `${hub}/pictures/${encodeURIComponent('12 MP')}/${(number += 1)}.jpg`)
  try {
    const threads = await benchPage.evaluate(() => navigator.hardwareConcurrency)
    const bare = await openBareLoop(benchPage, hub, threads)
    const pipeline = await openPipeline(benchPage, hub, threads)
    const native = await openNative(setup.graph)
    const app = (tags: number, reading: 'exact' | 'fast') => async () => {
      const [page, dropped] = [await visit(setup, tags, reading), nextFolder()]
      try {
        return await dropOn(page, dropped, PICTURES)
      } finally {
        await page.context().close()
        rmSync(dropped, { recursive: true })
      }
    }
    const rival = (tags: 6 | 100) => () => {
      const count = PIPELINE_PICTURES[tags]
      return timed(count, () => pipeline.batch(urls(count), tagsOf(tags)))
    }
    const ways: readonly (readonly [string, () => Promise<Round>])[] = [
      ['Taglens, exact, 6 tags', app(6, 'exact')],
      ['Taglens, exact, 100 tags', app(100, 'exact')],
      ['Taglens, fast, 6 tags', app(6, 'fast')],
      ['Taglens, fast, 100 tags', app(100, 'fast')],
      ['transformers.js pipeline, 6 tags', rival(6)],
      ['transformers.js pipeline, 100 tags', rival(100)],
      ['bare `session.run`', () => timed(PICTURES, () => bare.batch(urls(PICTURES)))],
      ...(native ? ([['ONNX Runtime for Node, bare', native]] as const) : []),
    ]
    const rounds = new Map(ways.map(([title]) => [title, [] as Round[]]))
    for (let round = 1; round <= ROUNDS; round += 1) {
      for (const [title, measure] of ways) rounds.get(title)?.push(await measure())
      console.log(`large photographs: round ${round} of ${ROUNDS}`)
    }
    return {
      pictures: ROUNDS * PICTURES,
      ways: [...rounds].map(([title, all]) => ({
        title,
        rates: all.map(({ rate }) => rate),
        cpu: all.flatMap(({ cpuEach }) => cpuEach ?? []),
      })),
      native: native !== null,
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export const BATCHES_TITLE = '## Two hundred photographs'

/** The section of the report. */
export const batchesSection = ({ pictures, ways, native }: BatchesMeasured): string => {
  const rateOf = (title: string) => median(ways.find((way) => way.title === title)?.rates ?? [])
  const against = (title: string): string => {
    const tags = /\d+ tags/.exec(title)?.[0]
    const rival = tags === undefined ? Number.NaN : rateOf(`transformers.js pipeline, ${tags}`)
    return title.startsWith('Taglens') ? ratio(rateOf(title) / rival) : ''
  }
  return `${BATCHES_TITLE}

JPEGs of 12 megapixels by ViT-B/32's compute at q8. ${pictures} were dropped on the page by each way of Taglens, in folders of
${PICTURES}, the ways in turns and every picture a file of its own: from the drop until all are encoded, with all that the page does
meanwhile. "Fast" decodes at a half (ADR 43). The pipeline embeds the tags again in each call, of four pictures. "Bare" is the vision
graph alone on tensors that are there already. CPU is of all cores and all processes, for a picture.${native ? '' : ' ONNX Runtime for Node was not there: `ORT_NODE` names a folder that has it.'}

${table(
  ['', 'pictures/s, median', 'least', 'most', 'of the pipeline', 'CPU'],
  ways.map(({ title, rates, cpu }) => [
    title,
    ...[median(rates), Math.min(...rates), Math.max(...rates)].map((rate) => rate.toFixed(2)),
    against(title),
    cpu.length > 0 ? `${median(cpu).toFixed(0)} ms` : '',
  ]),
)}`
}
