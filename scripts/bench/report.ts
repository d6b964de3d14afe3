import type { SamplesByArm } from './measure.ts'
import type { LoadSamples } from './measures/measure-load.ts'
import { ms, ratio, table } from './measures/figures.ts'
import type { FirstPhotograph } from './measures/measure-first-photograph.ts'
import { PHOTOGRAPHS_TITLE, photographsSection, slowPhotographs } from './measures/report-photographs.ts'
import { TOKENIZER_TITLE, tokenizerSection, type TokenizerCost } from './measures/measure-tokenizer.ts'
import { LARGE_TITLE, largeSection, type LargePicture } from './measures/measure-large.ts'
import {
  CLASSIFIER_TITLE,
  classifierSection,
  slowLearning,
  type ClassifierCost,
} from './measures/measure-classifier.ts'
import {
  KILLED_TITLE,
  killedComplaints,
  killedSection,
  type Killed,
} from './measures/many/killed/measure-killed.ts'
import { dearEdits, EDIT_TITLE, editSection, type EditCosts } from './measures/measure-edit.ts'
import { dearGrafts, GRAFT_TITLE, graftSection, type GraftCost } from './measures/measure-graft.ts'
import { CPU_TITLE, cpuSection, type CpuMeasured } from './measures/rivals/measure-cpu.ts'
import { BATCHES_TITLE, batchesSection, type BatchesMeasured } from './measures/rivals/measure-batches.ts'
import { dearPictures, MANY_TITLE, manySection, type ManyPictures } from './measures/measure-many.ts'
import { NASTY_LIMIT_MS, type SlowestFile } from './measures/measure-nasty.ts'
import type { OpeningTimes, StartTimes } from './measures/measure-start.ts'
import { TASK_LIMIT_MS, type LongestTask } from './measures/measure-tasks.ts'
import { RUNGS_TITLE, rungsSection, type RungTable } from './measures/measure-rungs.ts'
import { LIVE_TITLE, liveComplaints, liveSection, type LiveCost } from './measures/measure-live.ts'
import {
  COMPARE_TITLE,
  compareComplaints,
  compareSection,
  type CompareOutput,
} from './measures/many/compare/measure-compare.ts'
import {
  VIEWS_TITLE,
  viewsComplaints,
  viewsSection,
  type ViewsCosts,
} from './measures/many/views/measure-views.ts'
import { median } from './statistics.ts'

/** Names of the arms, as the tables have them. */
export const ARMS = {
  app: 'Taglens',
  bare: 'bare `session.run`',
  pipeline: 'transformers.js pipeline',
} as const

/** Everything that the report tells. */
export interface BenchResults {
  /** Processor, threads and browser, in words. */
  readonly machine: string
  readonly rounds: number
  readonly batch: number
  /** By what the pictures are, e.g. `12 MP JPEG (4000 x 3000, 4.2 MB)`. */
  readonly bySize: ReadonlyMap<string, SamplesByArm>
  readonly starts: readonly StartTimes[]
  readonly loads: readonly LoadSamples[]
  readonly tasks: readonly LongestTask[]
  readonly nasty: SlowestFile
  readonly large: readonly LargePicture[]
  readonly tokenizer: TokenizerCost
  readonly grafts: readonly GraftCost[]
  /** Bytes, gzip. */
  readonly pageScripts: number
  readonly pageStyles: number
  readonly photographs: readonly FirstPhotograph[]
  readonly batches: BatchesMeasured
  readonly cpu: CpuMeasured
  readonly many: ManyPictures
  readonly edit: EditCosts
  readonly views: ViewsCosts
  readonly compare: CompareOutput
  readonly classifier: ClassifierCost
  readonly killed: readonly Killed[]
  readonly live: LiveCost
  readonly rungs: readonly RungTable[]
  /** What the pixel kernel's own bench prints. */
  readonly pixels: string
}

const sizeTable = (samples: SamplesByArm): string => {
  const own = samples.get(ARMS.app)
  const ownSingle = median(own?.single ?? [])
  const ownBatch = median(own?.batch ?? [])
  return table(
    ['', 'one picture, median', 'min', 'Taglens takes', 'batch, pictures/s', 'best', 'Taglens does'],
    [...samples].map(([name, { single, batch }]) => [
      name,
      `${ms(median(single))} ms`,
      `${ms(Math.min(...single))} ms`,
      ratio(ownSingle / median(single)),
      (1000 / median(batch)).toFixed(2),
      (1000 / Math.min(...batch)).toFixed(2),
      ratio(median(batch) / ownBatch),
    ]),
  )
}

const startTable = (starts: readonly StartTimes[]): string => {
  const cell = (values: readonly number[]) => `${ms(median(values))} ms (${ms(Math.min(...values))} ms)`
  const row = (name: string, key: keyof OpeningTimes) => [
    name,
    cell(starts.map(({ emptyCache }) => emptyCache[key])),
    cell(starts.map(({ warmCache }) => warmCache[key])),
  ]
  return table(
    ['from navigation, median (min)', 'empty cache', 'warm cache'],
    [
      row('first paint', 'firstPaint'),
      row('`taglens.ready`', 'ready'),
      row('three drawings ranked by the built-in model', 'drawingsRanked'),
    ],
  )
}

const loadTable = (loads: readonly LoadSamples[]): string => {
  const row = (name: string, key: keyof LoadSamples) => {
    const times = loads.map((load) => load[key].time)
    const peaks = loads.flatMap((load) => load[key].peak ?? [])
    const peak = peaks.length > 0 ? `${(median(peaks) / 1e6).toFixed(0)} MB` : 'not read'
    return [name, `${ms(median(times))} ms`, `${ms(Math.min(...times))} ms`, peak]
  }
  return table(
    ['', 'median', 'min', 'peak memory'],
    [
      row('Taglens, downloaded, verified and kept', 'downloaded'),
      row('Taglens, from this device at the next visit', 'stored'),
      row('bare session of the vision tower alone', 'bare'),
      row('transformers.js pipeline', 'pipeline'),
    ],
  )
}

const taskTable = (tasks: readonly LongestTask[]): string =>
  table(
    ['', 'longest task', 'of'],
    tasks.map(({ title, worked, tasks: count }) => [title, `${ms(worked)} ms`, `${count} tasks`]),
  )

/** What took longer than a person should wait, in words; the bench fails by it. */
export const overLimits = ({
  tasks,
  nasty,
  photographs,
  many,
  edit,
  views,
  compare,
  classifier,
  killed,
  live,
  grafts,
}: BenchResults): readonly string[] => [
  ...slowPhotographs(photographs),
  ...dearPictures(many),
  ...dearEdits(edit),
  ...viewsComplaints(views),
  ...compareComplaints(compare),
  ...slowLearning(classifier),
  ...killedComplaints(killed),
  ...liveComplaints(live),
  ...dearGrafts(grafts),
  ...tasks
    .filter(({ worked }) => worked > TASK_LIMIT_MS)
    .map(({ title, worked }) => `${title}: a task of ${ms(worked)} ms, the limit is ${TASK_LIMIT_MS} ms.`),
  ...(nasty.time > NASTY_LIMIT_MS
    ? [`${nasty.name}: ${ms(nasty.time)} ms, the limit is ${NASTY_LIMIT_MS} ms.`]
    : []),
]

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`

/** Writes the page of results, in Markdown. */
export const writeReport = (results: BenchResults): string => `# Speed

Written by \`npm run bench\`; run it again to repeat every figure. It needs the fixtures of \`../shared\`, whose
graphs have the full compute of CLIP ViT-B/32 at q8 and no knowledge.

${results.machine}. Medians of ${results.rounds} rounds in one run, the arms taking turns in the same browser with the same graphs,
threads and files. Every picture is a file of its own, so nothing comes from a cache. "Bare" is the vision tower
alone on a tensor that is there already: no file, no decoding, no text, no score. It is the floor, not a rival.

"Taglens takes" compares times (below 1 is faster than the row), "Taglens does" compares pictures per second
(above 1 is faster). A batch is ${results.batch} pictures; every arm runs four at a time.

${[...results.bySize].map(([size, samples]) => `## ${size}\n\n${sizeTable(samples)}`).join('\n\n')}

## Start

${startTable(results.starts)}

Server and browser are on one machine.

## Loading a model

ViT-B/32's compute at q8, both towers unless said otherwise, each load in a browser of its own. The files are small
and their weights are made when they are opened, so memory is the model's and the download is next to none. Peak is
the most that the page's process had, workers and first run included.

${loadTable(results.loads)}

The page's own scripts are ${kilobytes(results.pageScripts)} gzip before the engine, its styles ${kilobytes(results.pageStyles)}.

## How long the page does not answer

The longest task of the page's own thread while something is done: work and not elapsed time, since what else the
machine runs is not the page's doing. The limit is ${TASK_LIMIT_MS} ms; \`npm run bench\` fails above it.

${taskTable(results.tasks)}

Of the hostile files of the fixtures the slowest to end in a result or an error is ${results.nasty.name}, at
${ms(results.nasty.time)} ms; the limit is ${NASTY_LIMIT_MS} ms.

${photographsSection(results.photographs)}

${largeSection(results.large)}

${batchesSection(results.batches)}

${cpuSection(results.cpu)}

${manySection(results.many)}

${editSection(results.edit)}

${viewsSection(results.views)}

${compareSection(results.compare)}

${classifierSection(results.classifier)}

${killedSection(results.killed)}

${liveSection(results.live)}

${tokenizerSection(results.tokenizer)}

${graftSection(results.grafts)}

${rungsSection(results.rungs)}

## Pixels

From decoded RGBA to the model's tensor, on one core in Node (\`npm run bench:pixels\`):

\`\`\`text
${results.pixels.trim()}
\`\`\`
`

/** A report with only one section made again; the rest keeps the figures of its own run. */
export const replaceSection = (report: string, title: string, section: string): string => {
  const begins = report.indexOf(title)
  const pixels = report.indexOf('## Pixels')
  return begins === -1
    ? `${report.slice(0, pixels)}${section}\n\n${report.slice(pixels)}`
    : `${report.slice(0, begins)}${section}\n\n${report.slice(report.indexOf('\n## ', begins) + 1)}`
}

/** The sections that can be made again alone, each by the option of that name. */
export const sections = {
  rungs: { title: RUNGS_TITLE, write: rungsSection },
  photograph: { title: PHOTOGRAPHS_TITLE, write: photographsSection },
  large: { title: LARGE_TITLE, write: largeSection },
  batches: { title: BATCHES_TITLE, write: batchesSection },
  cpu: { title: CPU_TITLE, write: cpuSection },
  many: { title: MANY_TITLE, write: manySection },
  edit: { title: EDIT_TITLE, write: editSection },
  views: { title: VIEWS_TITLE, write: viewsSection },
  compare: { title: COMPARE_TITLE, write: compareSection },
  classifier: { title: CLASSIFIER_TITLE, write: classifierSection },
  killed: { title: KILLED_TITLE, write: killedSection },
  live: { title: LIVE_TITLE, write: liveSection },
  tokenizer: { title: TOKENIZER_TITLE, write: tokenizerSection },
  graft: { title: GRAFT_TITLE, write: graftSection },
} as const
