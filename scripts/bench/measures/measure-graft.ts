/**
 * Measures what a graft adds to a run of a vision tower, in a process of its own; prints one line of JSON.
 *
 * `node --import tsx scripts/bench/measures/measure-graft.ts`; `npm run bench -- --graft` writes its section.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { graftTower, withGraft } from '../../../src/core/model/onnx/graft/graft-tower.ts'
import { sharedFixtures } from '../../fixtures/shared-models.ts'
import { openSession, runPicture, somePicture } from '../../models/grafts/run-graft.ts'
import { median } from '../statistics.ts'
import { ms, ratio, table } from './figures.ts'

/** What a run of a tower takes with and without its graft. */
export interface GraftCost {
  readonly name: string
  /** Bytes that the graft adds to the file. */
  readonly added: number
  /** Milliseconds of the processor in a run, medians. */
  readonly plain: number
  readonly grown: number
}

const root = path.join(import.meta.dirname, '../../..')
const TOWERS = [
  ['ViT-B/32, fp32', 'bench/vision_model.onnx', 224],
  ['ViT-B/32, q8', 'bench/vision_model_quantized.onnx', 224],
  ['the stand-in of CLIP, a MobileNetV2', 'standin-clip/vision_model.onnx', 224],
] as const
const ROUNDS = 15
/** How many times as long a run of a transformer may take. */
const LIMIT = 1.2

const timeRuns = async (file: string, side: number): Promise<Omit<GraftCost, 'name'>> => {
  const graph = readFileSync(file)
  const graft = graftTower(graph, 'image_embeds')
  if (graft.kind === 'refused') throw new Error(`${file}: ${graft.code}`)
  const [plain, grown] = [await openSession(graph), await openSession(withGraft(graph, graft.addition))]
  const pixels = somePicture(side)
  const times = { plain: [] as number[], grown: [] as number[] }
  // In turns, and by the time of the processor, so that what else the machine does weighs little and on both; the first
  // run of each only warms it up.
  for (let round = 0; round <= ROUNDS; round += 1)
    for (const [name, session] of [
      ['plain', plain],
      ['grown', grown],
    ] as const) {
      const begin = process.cpuUsage()
      await runPicture(session, pixels, side)
      const { user, system } = process.cpuUsage(begin)
      if (round > 0) times[name].push((user + system) / 1000)
    }
  await plain.release()
  await grown.release()
  return { added: graft.addition.length, plain: median(times.plain), grown: median(times.grown) }
}

const measure = async (fixtures: string): Promise<readonly GraftCost[]> => {
  const costs: GraftCost[] = []
  for (const [name, file, side] of TOWERS)
    costs.push({ name, ...(await timeRuns(path.join(fixtures, file), side)) })
  return costs
}

const file = import.meta.filename
if (process.argv[1] === file) console.log(JSON.stringify(await measure(sharedFixtures() ?? '')))

/** Measures in a process of its own, whose WebAssembly has one thread. */
export const measureGraft = (): readonly GraftCost[] =>
  JSON.parse(
    execFileSync(process.execPath, ['--import', 'tsx', file], { cwd: root, encoding: 'utf8' }),
  ) as readonly GraftCost[]

/** What takes too long, in words. */
export const dearGrafts = (costs: readonly GraftCost[]): readonly string[] =>
  costs
    .filter(({ name, plain, grown }) => name.startsWith('ViT') && grown / plain > LIMIT)
    .map(({ name, plain, grown }) => `${name}: a graft takes ${ratio(grown / plain)}, the limit is ${LIMIT}.`)

export const GRAFT_TITLE = '## Vectors of every place'

/** The section of the report. */
export const graftSection = (costs: readonly GraftCost[]): string => `${GRAFT_TITLE}

What a graft (ADR 49) adds to one run of a vision tower, in Node by the app's WebAssembly on one thread, in turns:
medians of ${ROUNDS}, of the processor's time. For a transformer the limit is ${LIMIT} times the run without.

${table(
  ['', 'added to the file', 'without', 'with', 'takes'],
  costs.map(({ name, added, plain, grown }) => [
    name,
    `${added} B`,
    `${ms(plain)} ms`,
    `${ms(grown)} ms`,
    ratio(grown / plain),
  ]),
)}`
