import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { CHANGES, drawMosaics, type Planted } from './planted-mosaics.ts'
import type { ViewsInput, ViewsOutput } from './views-figures.ts'

/** What other ways to look at a long list cost and find. */
export interface ViewsCosts extends Pick<ViewsOutput, 'costs' | 'longest' | 'lasso'> {
  readonly pictures: number
  readonly copies: { readonly planted: number; readonly found: number }
  readonly nearMisses: { readonly planted: number; readonly merged: number }
  /** Pictures in a group of one picture that were not planted there. */
  readonly strangers: number
  /** Whether a group that was said to differ has gone, and no other. */
  readonly differs: boolean
}

export const VIEWS_TITLE = '## What is there twice, and the map'

const PICTURES = 10_000
const PLANTED = 500
const LIMIT_MS = 2000
const LEAST_FOUND = 0.99

const plant = (): readonly Planted[] => {
  const copy = (number: number): Planted => ({
    number,
    change: CHANGES.copy[number % CHANGES.copy.length] ?? 'none',
  })
  const miss = (number: number): Planted => ({
    number: PLANTED + number,
    change: CHANGES.nearMiss[number % CHANGES.nearMiss.length] ?? 'none',
  })
  const originals = Array.from({ length: PICTURES - 2 * PLANTED }, (_, number): Planted => ({
    number,
    change: 'none',
  }))
  const numbers = [...Array(PLANTED).keys()]
  return [...originals, ...numbers.map(copy), ...numbers.map(miss)]
}

const runApart = (input: ViewsInput): ViewsOutput => {
  const folder = mkdtempSync(path.join(tmpdir(), 'views-'))
  const file = path.join(folder, 'pictures.json')
  try {
    writeFileSync(file, JSON.stringify(input))
    const script = path.join(import.meta.dirname, 'views-costs.ts')
    const printed = execFileSync(process.execPath, ['--import', 'tsx', script, file], {
      encoding: 'utf8',
      maxBuffer: 1e8,
    })
    return JSON.parse(printed) as ViewsOutput
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Plants copies and near-misses among ten thousand drawings, and has them looked for. */
export const measureViews = async (executablePath: string): Promise<ViewsCosts> => {
  const planted = plant()
  const mosaics = await drawMosaics(executablePath, planted)
  const { groups, again, ...rest } = runApart({
    pictures: planted.map(({ number }, row) => ({
      number,
      mosaic: Buffer.from(mosaics[row] ?? []).toString('base64'),
    })),
  })
  const groupOf = new Map<number, number>()
  groups.forEach(({ sameness, rows }, group) => {
    if (sameness === 'picture') for (const row of rows) groupOf.set(row, group)
  })
  const isWithOriginal = (row: number): boolean => {
    const group = groupOf.get(row)
    return group !== undefined && group === groupOf.get(planted[row]?.number ?? -1)
  }
  const firstCopy = PICTURES - 2 * PLANTED
  const firstMiss = PICTURES - PLANTED
  const rows = [...planted.keys()]
  return {
    ...rest,
    pictures: PICTURES,
    copies: { planted: PLANTED, found: rows.slice(firstCopy, firstMiss).filter(isWithOriginal).length },
    nearMisses: { planted: PLANTED, merged: rows.slice(firstMiss).filter(isWithOriginal).length },
    strangers: [...groupOf.keys()].filter((row) => row >= PLANTED && row < firstCopy).length,
    differs: again === groups.length - 1,
  }
}

/** What exceeds its limit, in words. */
export const viewsComplaints = ({
  costs,
  copies,
  nearMisses,
  differs,
  lasso,
}: ViewsCosts): readonly string[] => [
  ...(costs.duplicates > LIMIT_MS ? [`${costs.duplicates.toFixed(0)} ms to find what is there twice.`] : []),
  ...(costs.map > LIMIT_MS ? [`${costs.map.toFixed(0)} ms to draw the map.`] : []),
  ...(copies.found < copies.planted * LEAST_FOUND
    ? [`${copies.found} of ${copies.planted} copies found.`]
    : []),
  ...(nearMisses.merged > 0 ? [`${nearMisses.merged} near-misses taken for the same picture.`] : []),
  ...(differs ? [] : ['What was said to differ was found again.']),
  ...(lasso.wrong > 0 ? [`${lasso.wrong} points on the wrong side of a line.`] : []),
]

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`

/** For the report. */
export const viewsSection = ({
  pictures,
  costs,
  longest,
  copies,
  nearMisses,
  strangers,
  lasso,
}: ViewsCosts): string =>
  `${VIEWS_TITLE}

Of ${pictures} drawings of the built-in model's kind ${copies.planted} are copies of others (as JPEG at 0.5 and 0.9, as WebP, at half the
size, at 1.6 times) and ${nearMisses.planted} near-misses (a spot of 8 % of the side, moved by 2 %, cut by 3 %, mirrored, in other
colours). Mosaics come from a browser's pixels, vectors of 512 numbers are made up. CPU of a process that does it for the
first time; the limit of each is ${seconds(LIMIT_MS)}.

| | |
|---|---:|
| copies found | ${copies.found} of ${copies.planted} |
| near-misses taken for the same picture | ${nearMisses.merged} of ${nearMisses.planted} |
| other drawings taken for the same picture | ${strangers} of ${pictures - copies.planted - nearMisses.planted - copies.planted} |
| to find what is there twice | ${seconds(costs.duplicates)} |
| again, after something was said to differ | ${seconds(costs.again)} |
| to draw the map | ${seconds(costs.map)} |
| longest step, by the clock | ${longest.toFixed(0)} ms |
| points inside a line drawn round ${lasso.inside}, told otherwise by another rule | ${lasso.wrong} |
`
