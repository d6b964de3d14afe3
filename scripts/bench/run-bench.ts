/**
 * `npm run bench`: how fast the built app is, beside a bare `session.run` loop and the pipeline of transformers.js.
 * Prints its tables and writes them to docs/bench.md.
 *
 * `npm run bench -- --quick` takes fewer samples and writes nothing; `--rungs`, `--photograph`, `--large`, `--many`, `--batches`, `--cpu`, `--edit`, `--views`, `--compare`, `--classifier`, `--killed`, `--live`, `--graft` and `--tokenizer`
 * make that section alone again.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright'
import { format, resolveConfig } from 'prettier'
import { build } from 'vite'
import { findBrowser } from '../browsers/find-browser.ts'
import { NO_FIXTURES, sharedFixtures } from '../fixtures/shared-models.ts'
import { measureClassifier, slowLearning } from './measures/measure-classifier.ts'
import { killedComplaints, measureKilled } from './measures/many/killed/measure-killed.ts'
import { compareComplaints, measureCompare } from './measures/many/compare/measure-compare.ts'
import { measureViews, viewsComplaints } from './measures/many/views/measure-views.ts'
import { dearEdits, measureEdit } from './measures/measure-edit.ts'
import { dist, measureAll, measureBatchesAlone, measureCpuAlone, serve } from './measures/measure-all.ts'
import { dearPictures, measureMany } from './measures/measure-many.ts'
import { measureFirstPhotograph } from './measures/measure-first-photograph.ts'
import { measureLarge } from './measures/measure-large.ts'
import { measureRungs } from './measures/measure-rungs.ts'
import { dearGrafts, measureGraft } from './measures/measure-graft.ts'
import { measureTokenizer } from './measures/measure-tokenizer.ts'
import { liveComplaints, measureLive } from './measures/measure-live.ts'
import { overLimits, replaceSection, sections, writeReport } from './report.ts'
import { slowPhotographs } from './measures/report-photographs.ts'

const root = path.join(import.meta.dirname, '../..')

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
    graft: { type: 'boolean', default: false },
    many: { type: 'boolean', default: false },
    batches: { type: 'boolean', default: false },
    cpu: { type: 'boolean', default: false },
    edit: { type: 'boolean', default: false },
    views: { type: 'boolean', default: false },
    compare: { type: 'boolean', default: false },
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

const {
  tokenizer,
  graft,
  batches,
  cpu,
  many,
  edit,
  views,
  compare,
  classifier,
  killed,
  live,
  large,
  rungs,
  photograph,
} = sections
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
} else if (values.views) {
  const cost = await measureViews(await findBrowser())
  await writeAlone(views.title, views.write(cost))
  complain(viewsComplaints(cost))
} else if (values.compare) {
  const cost = measureCompare()
  await writeAlone(compare.title, compare.write(cost))
  complain(compareComplaints(cost))
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
else if (values.graft) {
  const costs = measureGraft()
  await writeAlone(graft.title, graft.write(costs))
  complain(dearGrafts(costs))
} else if (values.rungs) await writeAlone(rungs.title, rungs.write(await measureRungs(await findBrowser())))
else if (values.batches) await writeAlone(batches.title, batches.write(await measureBatchesAlone(fixtures)))
else if (values.cpu) await writeAlone(cpu.title, cpu.write(await measureCpuAlone(fixtures)))
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
    const results = await measureAll(browser, executablePath, fixtures, values.quick)
    const markdown = await formatted(writeReport(results))
    console.log(`\n${markdown}`)
    if (!values.quick) writeFileSync(report, markdown)
    complain(overLimits(results))
  } finally {
    await browser.close()
  }
}
