/**
 * `npm run bench`: how fast the built app is, beside a bare `session.run` loop and the pipeline of transformers.js.
 * Prints its tables and writes them to docs/bench.md.
 *
 * `npm run bench -- --quick` takes fewer samples and writes nothing; `--rungs`, `--photograph`, `--large`, `--many`,
 * `--edit`, `--classifier`, `--killed`, `--live` and `--tokenizer` make that section alone again.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { cpus } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { chromium, type Browser } from 'playwright'
import { format, resolveConfig } from 'prettier'
import { build } from 'vite'
import { findBrowser } from '../browsers/find-browser.ts'
import { freePort } from '../hosts/free-port.ts'
import { startHubServer } from '../hosts/hub-server.ts'
import { serveFolder } from '../hosts/hub/serve-folder.ts'
import { serveRepository } from '../hosts/hub/serve-repository.ts'
import { gzipSize, pageFiles } from '../build/budget/page-weight.ts'
import { NO_FIXTURES, sharedFixtures, sharedRepositories } from '../fixtures/shared-models.ts'
import { createStaticServer } from '../hosts/static-server.ts'
import { openApp, openBareLoop, openPipeline, type Arm } from './arms.ts'
import { servePictures } from './bench-pictures.ts'
import { buildSite } from './build-site.ts'
import { measureInTurns, type SamplesByArm } from './measure.ts'
import { measureClassifier, slowLearning } from './measures/measure-classifier.ts'
import { killedComplaints, measureKilled } from './measures/many/killed/measure-killed.ts'
import { dearEdits, measureEdit } from './measures/measure-edit.ts'
import { dearPictures, measureMany } from './measures/measure-many.ts'
import { measureFirstPhotograph } from './measures/measure-first-photograph.ts'
import { measureLoads, type LoadSamples } from './measures/measure-load.ts'
import { measureLarge } from './measures/measure-large.ts'
import { measureNasty } from './measures/measure-nasty.ts'
import { measureRungs } from './measures/measure-rungs.ts'
import { measureStart, type StartTimes } from './measures/measure-start.ts'
import { measureTokenizer } from './measures/measure-tokenizer.ts'
import { measureTasks, serveTaskModel } from './measures/measure-tasks.ts'
import { liveComplaints, measureLive } from './measures/measure-live.ts'
import { ARMS, overLimits, replaceSection, sections, writeReport, type BenchResults } from './report.ts'
import { slowPhotographs } from './measures/report-photographs.ts'

const root = path.join(import.meta.dirname, '../..')
const dist = path.join(root, 'dist')

const SIZES = [
  { name: '12 MP', width: 4000, height: 3000 },
  { name: '1 MP', width: 1152, height: 864 },
]
/** Different drawings of each size; the files are made different besides. */
const DRAWINGS = 3

const effort = (quick: boolean) =>
  quick ? { rounds: 1, singles: 2, batch: 8, starts: 1 } : { rounds: 2, singles: 3, batch: 12, starts: 3 }

const serve = async (folder: string, kind: 'isolated' | 'threads', open: Server[]): Promise<string> => {
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
  execFileSync(process.execPath, ['--import', 'tsx', path.join(import.meta.dirname, 'preprocess.ts')], {
    cwd: root,
    encoding: 'utf8',
  })

const measure = async (
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
      const pictures: Uint8Array[] = []
      for (let seed = 1; seed <= DRAWINGS; seed += 1) {
        const base64 = await benchPage.evaluate(([w, h, s]) => window.bench.draw(w, h, s), [
          width,
          height,
          seed,
        ] as const)
        pictures.push(Buffer.from(base64, 'base64'))
      }
      drawn.set(name, pictures)
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
    console.log('many pictures')
    const many = await measureMany(executablePath, appUrl)
    console.log('an edited tag')
    const edit = await measureEdit(executablePath, appUrl)
    console.log('a classifier of one’s own')
    const classifier = await measureClassifier(executablePath, appUrl)
    console.log('a killed browser')
    const killedOnes = await measureKilled(executablePath, appUrl)
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
      many,
      edit,
      classifier,
      killed: killedOnes,
      live,
      tokenizer: measureTokenizer(),
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

const report = path.join(root, 'docs/bench.md')
const formatted = async (markdown: string): Promise<string> =>
  format(markdown, { ...(await resolveConfig(report)), parser: 'markdown' })

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    rungs: { type: 'boolean', default: false },
    photograph: { type: 'boolean', default: false },
    large: { type: 'boolean', default: false },
    tokenizer: { type: 'boolean', default: false },
    many: { type: 'boolean', default: false },
    edit: { type: 'boolean', default: false },
    classifier: { type: 'boolean', default: false },
    killed: { type: 'boolean', default: false },
    live: { type: 'boolean', default: false },
  },
})
const complain = (complaints: readonly string[]) => {
  for (const complaint of complaints) {
    console.log(`✗ ${complaint}`)
    process.exitCode = 1
  }
}
/** Writes one section again, and leaves the others as they are. */
const writeAlone = async (title: string, section: string): Promise<void> => {
  writeFileSync(report, await formatted(replaceSection(readFileSync(report, 'utf8'), title, section)))
}
/** Measures the built app, as a host with isolation headers serves it. */
const measureApp = async <T>(
  measureAlone: (executablePath: string, appUrl: string) => Promise<T>,
): Promise<T> => {
  const servers: Server[] = []
  await build({ root, logLevel: 'warn' })
  try {
    return await measureAlone(await findBrowser(), await serve(dist, 'isolated', servers))
  } finally {
    for (const server of servers) server.close()
  }
}

const { tokenizer, many, edit, classifier, killed, live, large, rungs, photograph } = sections
const fixtures = sharedFixtures()
if (values.tokenizer) await writeAlone(tokenizer.title, tokenizer.write(measureTokenizer()))
else if (values.many) {
  const cost = await measureApp(measureMany)
  await writeAlone(many.title, many.write(cost))
  complain(dearPictures(cost))
} else if (values.edit) {
  const cost = await measureApp(measureEdit)
  await writeAlone(edit.title, edit.write(cost))
  complain(dearEdits(cost))
} else if (values.classifier) {
  const cost = await measureApp(measureClassifier)
  await writeAlone(classifier.title, classifier.write(cost))
  complain(slowLearning(cost))
} else if (values.killed) {
  const left = await measureApp(measureKilled)
  await writeAlone(killed.title, killed.write(left))
  complain(killedComplaints(left))
} else if (values.live) {
  const cost = await measureApp(measureLive)
  await writeAlone(live.title, live.write(cost))
  complain(liveComplaints(cost))
} else if (values.large) await writeAlone(large.title, large.write(await measureApp(measureLarge)))
else if (fixtures === null) console.log(`Skipped: the bench ${NO_FIXTURES}.`)
else if (values.rungs) await writeAlone(rungs.title, rungs.write(await measureRungs(await findBrowser())))
else if (values.photograph) {
  await build({ root, logLevel: 'warn' })
  const ways = await measureFirstPhotograph(await findBrowser(), dist, fixtures)
  await writeAlone(photograph.title, photograph.write(ways))
  complain(slowPhotographs(ways))
} else {
  await build({ root, logLevel: 'warn' })
  const executablePath = await findBrowser()
  const browser = await chromium.launch({ executablePath })
  try {
    const results = await measure(browser, executablePath, fixtures, values.quick)
    const markdown = await formatted(writeReport(results))
    console.log(`\n${markdown}`)
    if (!values.quick) writeFileSync(report, markdown)
    complain(overLimits(results))
  } finally {
    await browser.close()
  }
}
