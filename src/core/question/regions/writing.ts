import type { PlaceGrid, Planes } from './regions'

/**
 * Whether words that are written in a picture decide on its answer: models of CLIP's kind read, and take an apple with a
 * note "iPod" on it for an iPod (openai/CLIP issue 416; G. Goh and others, "Multimodal Neurons", 2021). The answer is
 * suspect where the picture is as near to prompts that say the tag's word is written as to the tag. What speaks most for
 * these is covered then: writing decides where another answer comes of it, and none of covering as much elsewhere.
 */

/** Ways to say that a word is written; never shown. */
const WRITTEN = ['the word "{}"', 'a sign that says "{}"', '"{}" written on a note']

/** Prompts that say the word is written. */
export const writtenPrompts = (phrasings: readonly string[]): readonly string[] =>
  phrasings.flatMap((phrasing) => WRITTEN.map((template) => template.replaceAll('{}', () => phrasing)))

/** A tag is suspect where its written word has a logit no lower than its own by more than this. */
const CLOSE = 2

/** Whether a picture looks as much like the written word as like the tag, both in logits. */
export const mayBeWritten = (own: number, written: number): boolean => written >= own - CLOSE

/** Logits by which an answer is ahead of every other tag where it is clear: seven times as likely as the second. */
const CLEAR = 2

/** Whether an answer is clear: one that leads by little changes by chance, whatever is covered. All in logits. */
export const isClear = (own: number, rivals: readonly number[]): boolean =>
  rivals.every((rival) => own - rival >= CLEAR)

/** How many times as much covering the writing has to move the answer as covering as much elsewhere does. */
const TIMES_MORE = 2

/**
 * Whether what was covered moved the answer more than covering alone does.
 * @param before by how many logits the answer is ahead of the one that comes instead, as the picture is
 * @param covered the same without what speaks for the written word, and `elsewhere` with as much covered elsewhere
 */
export const isMoreThanCovering = (before: number, covered: number, elsewhere: number): boolean =>
  before - covered > TIMES_MORE * Math.abs(before - elsewhere)

/** How many blocks are covered at the most, one more at a time. */
const BLOCKS = 3

/** Cells along each side of a block: two of seven, as a note in a picture may be large. */
const blockSide = ({ columns, rows }: PlaceGrid): number =>
  Math.max(1, Math.round((Math.min(columns, rows) * 2) / 7))

/**
 * The blocks that speak most for a label, the most first, none over another: each adds its cells to those before it.
 *
 * @param heat row by row of the grid
 * @returns sets of cells, each larger than the one before
 */
export const hottestBlocks = (heat: Float64Array, grid: PlaceGrid): readonly ReadonlySet<number>[] => {
  const side = blockSide(grid)
  const cellsAt = (column: number, row: number) =>
    Array.from(
      { length: side * side },
      (_, i) => (row + Math.floor(i / side)) * grid.columns + column + (i % side),
    )
  const blocks = Array.from({ length: grid.rows - side + 1 }, (_row, row) =>
    Array.from({ length: grid.columns - side + 1 }, (_column, column) => cellsAt(column, row)),
  )
    .flat()
    .map((cells) => ({ cells, heat: cells.reduce((sum, cell) => sum + (heat[cell] ?? 0), 0) }))
    .toSorted((a, b) => b.heat - a.heat)
  const covered = new Set<number>()
  const steps: ReadonlySet<number>[] = []
  for (const { cells } of blocks) {
    if (steps.length === BLOCKS || cells.some((cell) => covered.has(cell))) continue
    for (const cell of cells) covered.add(cell)
    steps.push(new Set(covered))
  }
  return steps
}

/** As much elsewhere: the blocks that speak least for it. */
export const coldestBlocks = (heat: Float64Array, grid: PlaceGrid): ReadonlySet<number> =>
  hottestBlocks(
    heat.map((value) => -value),
    grid,
  ).at(-1) ?? new Set()

/** The picture with cells of a grid covered by its mean colour, which says least of it. */
export const coverCells = (
  { tensor, width, height }: Planes,
  { columns, rows }: PlaceGrid,
  cells: ReadonlySet<number>,
): Float32Array<ArrayBuffer> => {
  const result = new Float32Array(tensor)
  const area = width * height
  for (let channel = 0; channel < 3; channel += 1) {
    const plane = result.subarray(channel * area, (channel + 1) * area)
    const mean = plane.reduce((sum, value) => sum + value, 0) / area
    for (const cell of cells) {
      const [column, row] = [cell % columns, Math.floor(cell / columns)]
      const [left, right] = [
        Math.round((column * width) / columns),
        Math.round(((column + 1) * width) / columns),
      ]
      const [top, bottom] = [Math.round((row * height) / rows), Math.round(((row + 1) * height) / rows)]
      for (let y = top; y < bottom; y += 1) plane.fill(mean, y * width + left, y * width + right)
    }
  }
  return result
}

/**
 * What comes of covering.
 *
 * @param answer of the picture as it is
 * @param covered answers of it with more and more of what speaks for the written word covered
 * @param elsewhere the answer with as much covered elsewhere
 * @returns the answer that comes in its place; `null` where writing does not decide.
 */
export const answerInstead = <Label>(
  answer: Label,
  covered: readonly (Label | null)[],
  elsewhere: Label | null,
): Label | null =>
  elsewhere === answer ? (covered.find((other) => other !== null && other !== answer) ?? null) : null
