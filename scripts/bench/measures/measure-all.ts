import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { cpus } from 'node:os'
import path from 'node:path'
import { chromium, type Browser, type Page } from 'playwright'
import { build } from 'vite'
import { findBrowser } from '../../browsers/find-browser.ts'
import { freePort } from '../../hosts/free-port.ts'
import { startHubServer } from '../../hosts/hub-server.ts'
import { serveFolder } from '../../hosts/hub/serve-folder.ts'
import { serveRepository } from '../../hosts/hub/serve-repository.ts'
import { gzipSize, pageFiles } from '../../build/budget/page-weight.ts'
import { sharedRepositories } from '../../fixtures/shared-models.ts'
import { createStaticServer } from '../../hosts/static-server.ts'
import { openApp, openBareLoop, openPipeline, type Arm } from '../arms.ts'
import { servePictures } from '../bench-pictures.ts'
import { buildSite } from '../build-site.ts'
import { measureInTurns, type SamplesByArm } from '../measure.ts'
import { measureClassifier } from './measure-classifier.ts'
import { measureKilled } from './many/killed/measure-killed.ts'
import { measureEdit } from './measure-edit.ts'
import { measureCpu, type CpuMeasured } from './rivals/measure-cpu.ts'
import { measureBatches, type BatchesMeasured } from './rivals/measure-batches.ts'
import { measureCompare } from './many/compare/measure-compare.ts'
import { measureViews } from './many/views/measure-views.ts'
import { measureMany } from './measure-many.ts'
import { measureFirstPhotograph } from './measure-first-photograph.ts'
import { measureLoads, type LoadSamples } from './measure-load.ts'
import { measureLarge } from './measure-large.ts'
import { measureNasty } from './measure-nasty.ts'
import { measureRungs } from './measure-rungs.ts'
import { measureStart, type StartTimes } from './measure-start.ts'
import { measureGraft } from './measure-graft.ts'
import { measureTokenizer } from './measure-tokenizer.ts'
import { measureTasks, serveTaskModel } from './measure-tasks.ts'
import { measureLive } from './measure-live.ts'
import { ARMS, type BenchResults } from '../report.ts'

const root = path.join(import.meta.dirname, '../../..')
/** Where the built app lies. */
export const dist = path.join(root, 'dist')

const SIZES = [
  { name: '12 MP', width: 4000, height: 3000 },
  { name: '1 MP', width: 1152, height: 864 },
]
/** Different drawings of each size; the files are made different besides. */
const DRAWINGS = 3

const effort = (quick: boolean) =>
  quick ? { rounds: 1, singles: 2, batch: 8, starts: 1 } : { rounds: 2, singles: 3, batch: 12, starts: 3 }

/** A few JPEGs of this size. */
const drawPhotographs = async (page: Page, width: number, height: number): Promise<readonly Uint8Array[]> => {
  const pictures: Uint8Array[] = []
  for (let seed = 1; seed <= DRAWINGS; seed += 1) {
    const base64 = await page.evaluate(([w, h, s]) => window.bench.draw(w, h, s), [
      width,
      height,
      seed,
    ] as const)
    pictures.push(Buffer.from(base64, 'base64'))
  }
  return pictures
}

/** Serves a folder at an address of its own until it is closed. */
export const serve = async (
  folder: string,
  kind: 'isolated' | 'threads',
  open: Server[],
): Promise<string> => {
  const port = await freePort()
  const server = createStaticServer({ folder, base: '/', kind })
  await new Promise<void>((resolve) => server.listen(port, 'localhost', resolve))
  open.push(server)
  return `http://localhost:${port}/`
}

const machine = (browser: Browser, threads: number): string =>
  `${cpus()[0]?.model ?? 'Unknown processor'}, ${cpus().length} cores, ${threads} wasm threads, Chromium ${browser.version()}, headless`

/** In a process of its own, so that it has the machine's caches and V8 to itself. */
const benchPixels = (): string =>
  execFileSync(process.execPath, ['--import', 'tsx', path.join(import.meta.dirname, '../preprocess.ts')], {
    cwd: root,
    encoding: 'utf8',
  })

/** Measures everything that `npm run bench` tells. */
export const measureAll = async (
  browser: Browser,
  executablePath: string,
  fixtures: string,
  quick: boolean,
): Promise<BenchResults> => {
  const servers: Server[] = []
  const drawn = new Map<string, readonly Uint8Array[]>()
  const hub = await startHubServer([
    ...[...sharedRepositories(fixtures)].map(([id, files]) => serveRepository(id, files)),
    servePictures(drawn),
    serveTaskModel(),
    serveFolder('nasty', path.join(fixtures, 'nasty')),
  ])
  try {
    const [appUrl, siteUrl] = [
      await serve(dist, 'isolated', servers),
      await serve(await buildSite(), 'threads', servers),
    ]
    const { starts: startCount, ...samples } = effort(quick)
    const starts: StartTimes[] = []
    for (let i = 0; i < startCount; i += 1) starts.push(await measureStart(browser, appUrl))

    console.log('longest tasks of the page')
    const tasks = await measureTasks(browser, { app: appUrl, hub: hub.origin })

    const [appPage, benchPage] = [await browser.newPage(), await browser.newPage()]
    await appPage.goto(`${appUrl}?model=none`)
    await benchPage.goto(siteUrl)
    for (const { name, width, height } of SIZES) {
      drawn.set(name, await drawPhotographs(benchPage, width, height))
    }

    const app = await openApp(appPage, hub.origin)
    const arms = new Map<string, Arm>([
      [ARMS.app, app],
      [ARMS.bare, await openBareLoop(benchPage, hub.origin, app.threads)],
      [ARMS.pipeline, await openPipeline(benchPage, hub.origin, app.threads)],
    ])
    const bySize = new Map<string, SamplesByArm>()
    for (const { name, width, height } of SIZES) {
      let number = 0
      const nextPicture = () => `${hub.origin}/pictures/${encodeURIComponent(name)}/${(number += 1)}.jpg`
      const megabytes = (drawn.get(name)?.[0]?.length ?? 0) / 1e6
      const title = `${name} JPEG (${width} x ${height}, ${megabytes.toFixed(1)} MB)`
      const measured = await measureInTurns(arms, nextPicture, samples, (round) =>
        console.log(`${name}: round ${round} of ${samples.rounds}`),
      )
      bySize.set(title, measured)
    }
    const loads: LoadSamples[] = []
    for (let i = 0; i < startCount; i += 1)
      loads.push(
        await measureLoads(executablePath, { app: appUrl, site: siteUrl, hub: hub.origin }, app.threads),
      )
    console.log('hostile files')
    const nasty = await measureNasty(appPage, hub.origin, path.join(fixtures, 'nasty'))
    console.log('first photograph')
    const photographs = await measureFirstPhotograph(executablePath, dist, fixtures)
    console.log('large pictures')
    const large = await measureLarge(executablePath, appUrl)
    console.log('large photographs in numbers')
    const graph = readFileSync(path.join(fixtures, 'bench/vision_model_quantized.onnx'))
    const drawings = drawn.get('12 MP') ?? []
    const batches = await measureBatches({
      app: appUrl,
      hub: hub.origin,
      browser,
      benchPage,
      drawings,
      graph,
    })
    console.log('kernels of our own')
    const cpu = await measureCpu(benchPage, { hub: hub.origin, app: appUrl, executablePath, fixtures })
    console.log('many pictures')
    const many = await measureMany(executablePath, appUrl)
    console.log('an edited tag')
    const edit = await measureEdit(executablePath, appUrl)
    console.log('other ways to look at a list')
    const views = await measureViews(executablePath)
    const compare = measureCompare()
    console.log('a classifier of one’s own')
    const classifier = await measureClassifier(executablePath, appUrl)
    console.log('a killed browser')
    const killed = await measureKilled(executablePath, appUrl)
    console.log('live')
    const live = await measureLive(executablePath, appUrl)
    console.log('rungs')
    const rungs = await measureRungs(executablePath)
    const page = pageFiles(dist)
    return {
      machine: machine(browser, app.threads),
      ...samples,
      bySize,
      starts,
      loads,
      tasks,
      nasty,
      photographs,
      large,
      batches,
      cpu,
      many,
      edit,
      views,
      compare,
      classifier,
      killed,
      live,
      tokenizer: measureTokenizer(),
      grafts: measureGraft(),
      rungs,
      pageScripts: gzipSize(dist, page.scripts),
      pageStyles: gzipSize(dist, page.styles),
      pixels: benchPixels(),
    }
  } finally {
    for (const server of servers) {
      server.close()
      server.closeAllConnections()
    }
    await hub.close()
  }
}

/** The page of rivals, and what serves it. */
interface RivalPage {
  readonly browser: Browser
  readonly benchPage: Page
  readonly hub: string
  readonly drawn: Map<string, readonly Uint8Array[]>
  readonly servers: Server[]
}

/** Opens the page of rivals for one measure, and closes it after that. */
const besideRivals = async <T>(from: string, measure: (rivals: RivalPage) => Promise<T>): Promise<T> => {
  const drawn = new Map<string, readonly Uint8Array[]>()
  const servers: Server[] = []
  const hub = await startHubServer([
    ...[...sharedRepositories(from)].map(([id, files]) => serveRepository(id, files)),
    servePictures(drawn),
  ])
  const browser = await chromium.launch({ executablePath: await findBrowser() })
  try {
    const benchPage = await browser.newPage()
    await benchPage.goto(await serve(await buildSite(), 'threads', servers))
    return await measure({ browser, benchPage, hub: hub.origin, drawn, servers })
  } finally {
    await browser.close()
    for (const server of servers) {
      server.close()
      server.closeAllConnections()
    }
    await hub.close()
  }
}

/** Large photographs alone: the app, and the page of rivals beside it. */
export const measureBatchesAlone = async (from: string): Promise<BatchesMeasured> => {
  await build({ root, logLevel: 'warn' })
  return besideRivals(from, async ({ browser, benchPage, hub, drawn, servers }) => {
    const app = await serve(dist, 'isolated', servers)
    const drawings = await drawPhotographs(benchPage, 4000, 3000)
    drawn.set('12 MP', drawings)
    const graph = readFileSync(path.join(from, 'bench/vision_model_quantized.onnx'))
    return measureBatches({ app, hub, browser, benchPage, drawings, graph })
  })
}

/** Kernels of our own alone. */
export const measureCpuAlone = async (from: string): Promise<CpuMeasured> => {
  await build({ root, logLevel: 'warn' })
  return besideRivals(from, async ({ benchPage, hub, servers }) =>
    measureCpu(benchPage, {
      hub,
      app: await serve(dist, 'isolated', servers),
      executablePath: await findBrowser(),
      fixtures: from,
    }),
  )
}
