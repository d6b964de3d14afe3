/**
 * `npm run classifier:eval`: how the classifier of one's own fares beside words and beside other ways to learn, on
 * labelled vectors of the fixtures and on drawings of the built-in model. Prints its tables and writes docs/classifier.md.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { format, resolveConfig } from 'prettier'
import { NO_FIXTURES, sharedFixtures } from '../../fixtures/shared-models.ts'
import { drawSets } from './drawings.ts'
import { readVectors, type LabelledVectors } from './labelled-vectors.ts'
import { mean } from './scores.ts'
import { compare, judgeFrames, type ByMethod } from './studies.ts'

const DRAWS = 5
/** Of drawings, where one bad draw has been seen among few. */
const MANY_DRAWS = 20
const SHOTS = [1, 2, 4, 8, 16]

/** Frames of one burst: of .985 as a hand moves, of .999 as a camera on a stand sees them. */
const FRAMES = [
  ['insects', 10, 0.985],
  ['steel', 10, 0.985],
  ['steel', 5, 0.985],
  ['steel', 3, 0.985],
  ['steel', 3, 0.999],
] as const

const percent = (share: number): string => (100 * share).toFixed(1)

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map((_, i) => (i === 0 ? '---' : '--:')), ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n')

const accuracyOf = (all: ByMethod | undefined, name: string): number =>
  mean((all?.get(name) ?? []).map(({ accuracy }) => accuracy))

/** A row for each method, a column for each study. */
const accuracyTable = (title: string, studies: ReadonlyMap<string, ByMethod>): string => {
  const names = [...([...studies.values()][0]?.keys() ?? [])]
  return table(
    [title, ...studies.keys()],
    names.map((name) => [name, ...[...studies.values()].map((all) => percent(accuracyOf(all, name)))]),
  )
}

const byShots = (set: LabelledVectors, draws: number, wrong = 0): ReadonlyMap<string, ByMethod> =>
  new Map(SHOTS.map((shots) => [String(shots), compare(set, () => shots, draws, wrong)]))

const certaintyTable = (all: ByMethod): string =>
  table(
    ['8 examples a class', 'loss, nats', 'calibration error, points'],
    [...all].map(([name, scores]) => [
      name,
      mean(scores.map(({ loss }) => loss)).toFixed(2),
      percent(mean(scores.map(({ calibrationError }) => calibrationError))),
    ]),
  )

/** Points below the words and below the best of the others, at the worst of all studies. */
const shortfalls = (studies: ReadonlyMap<string, ByMethod>): readonly [number, number] => {
  const gaps = [...studies.values()].map((all) => {
    const own = accuracyOf(all, '**this head**')
    const others = [...all.keys()].filter((name) => name !== '**this head**')
    return [
      100 * (accuracyOf(all, 'words only') - own),
      100 * (Math.max(...others.map((name) => accuracyOf(all, name))) - own),
    ] as const
  })
  return [Math.max(...gaps.map(([words]) => words)), Math.max(...gaps.map(([, rival]) => rival))]
}

const fixtures = sharedFixtures()
if (fixtures === null) {
  console.log(`Skipped: the classifier's examination ${NO_FIXTURES}.`)
  process.exit()
}

const parts: string[] = []
const say = (text: string): void => {
  parts.push(text)
  console.log(`${text}\n`)
}

const gaps: (readonly [string, number, number])[] = []
const sets = ['insects', 'steel'].map((name) => readVectors(fixtures, name))
for (const set of sets) {
  const clean = byShots(set, DRAWS)
  gaps.push([set.name, ...shortfalls(clean)])
  say(`### ${set.name}: ${set.classes.join(', ')}`)
  say(accuracyTable('examples a class', clean))
  const eight = clean.get('8')
  if (eight) say(certaintyTable(eight))
  const wrong = byShots(set, DRAWS, 0.1)
  gaps.push([`${set.name}, 10 % wrong`, ...shortfalls(wrong)])
  say(accuracyTable('10 % of the labels wrong', wrong))
  const uneven = new Map([
    ['40 of one, 2 of the next', compare(set, (c) => (c % 2 === 0 ? 40 : 2), DRAWS)],
    ['2 of one, 40 of the next', compare(set, (c) => (c % 2 === 0 ? 2 : 40), DRAWS)],
  ])
  gaps.push([`${set.name}, 40:2`, ...shortfalls(uneven)])
  say(accuracyTable('uneven', uneven))
}

for (const set of await drawSets()) {
  const studies = new Map(SHOTS.map((shots) => [String(shots), compare(set, () => shots, MANY_DRAWS)]))
  gaps.push([set.name, ...shortfalls(studies)])
  say(`### drawings: ${set.name}`)
  say(accuracyTable(`${MANY_DRAWS} draws`, studies))
  const two = studies.get('2')?.get('**this head**') ?? []
  say(
    `Two examples a class, the worst of ${two.length} draws: ${percent(Math.min(...two.map(({ accuracy }) => accuracy)))} %.`,
  )
}

say('### Four frames of each example')
say(
  table(
    [
      'set, examples a class, cosine of frames',
      'held out apart',
      'held out together',
      'truth',
      'range holds the truth',
    ],
    FRAMES.flatMap(([name, examples, cosine]) => {
      const set = sets.find((one) => one.name === name)
      if (!set) return []
      const { plain, grouped, truth, held } = judgeFrames(set, examples, cosine, DRAWS)
      const of = `${name}, ${examples}, ${cosine}`
      return [[of, percent(plain), percent(grouped), percent(truth), `${held * DRAWS} of ${DRAWS}`]]
    }),
  ),
)

say('### At the worst')
say(
  table(
    ['points, in the mean of the draws', 'below the words', 'below the best other'],
    gaps.map(([name, words, rival]) => [name, words.toFixed(1), rival.toFixed(1)]),
  ),
)

const report = path.join(import.meta.dirname, '../../../docs/classifier.md')
const TABLES = '<!-- tables, written by npm run classifier:eval -->'
const [before = ''] = readFileSync(report, 'utf8').split(TABLES)
const markdown = `${before}${TABLES}\n\n${parts.join('\n\n')}\n`
writeFileSync(report, await format(markdown, { ...(await resolveConfig(report)), parser: 'markdown' }))
