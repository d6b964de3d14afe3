import { PICTURE_NAME } from '../../../incoming/entry-kind'
import { baseName } from '../../../incoming/entry-paths'

/** More is no list that a person has made. */
const MOST_ROWS = 20_000

/** Cells of a table with commas, semicolons or tabs, quoted as CSV has it. One pass. */
const rowsOf = (text: string): readonly (readonly string[])[] => {
  const first = text.slice(0, text.search(/[\r\n]|$/))
  const separator = [',', ';', '\t'].find((mark) => first.includes(mark)) ?? ','
  const rows: string[][] = []
  let [row, cell, quoted]: [string[], string, boolean] = [[], '', false]
  const endRow = () => {
    row.push(cell.trim())
    if (row.some((value) => value !== '')) rows.push(row)
    ;[row, cell] = [[], '']
  }
  for (let i = 0; i < text.length && rows.length <= MOST_ROWS; i += 1) {
    const letter = text[i] ?? ''
    if (quoted) {
      if (letter !== '"') cell += letter
      else if (text[i + 1] === '"') {
        cell += '"'
        i += 1
      } else quoted = false
    } else if (letter === '"' && cell.trim() === '') [quoted, cell] = [true, '']
    else if (letter === separator) {
      row.push(cell.trim())
      cell = ''
    } else if (letter === '\n' || letter === '\r') endRow()
    else cell += letter
  }
  endRow()
  return rows
}

/** What a table says of pictures that are here. */
export interface LabelTable {
  /** By the pictures' own names; empty where it is of other pictures, or says nothing of these. */
  readonly labelsByName: ReadonlyMap<string, readonly string[]>
  /** Rows that name a picture, here or not, without a heading. */
  readonly rows: number
}

const plain = (path: string): string => path.replaceAll('\\', '/').replace(/^\.?\//, '')

/** What columns of labels are called. */
const LABELS = /^(labels?|class(es)?|categor(y|ies)|tags?|decision)\b/i

/** What reads the labels of a row, by its table's heading. Without such names all columns are labels. */
const labelsBy = (heading: readonly string[]) => {
  const named = heading.flatMap((name, i) => (i > 0 && (name === '' || LABELS.test(name)) ? [i] : []))
  const source = heading.indexOf('source')
  // Of the app's own tables one has no labels but the model's answers, beside much else.
  const isTyped = named.length > 0 || heading.includes('sha256')
  return (cells: readonly string[]): readonly string[] => {
    // What a model has said teaches nothing.
    if (cells[source] === 'model') return []
    const given = isTyped ? named.map((i) => cells[i] ?? '') : cells.slice(1, heading.length || undefined)
    // A heading may be shorter than its rows.
    const more = heading.length > 0 ? cells.slice(heading.length) : []
    return [...given, ...more].flatMap((cell) => cell.split(' | ')).filter((label) => label !== '')
  }
}

/**
 * Reads a table of `file, label[, label]` for pictures of these names, in as many rows a picture as there are. A row is of the
 * picture whose path it names, or whose file's name alone where only one picture has that. Where a heading names columns of
 * labels the others are none, and rows whose source is a model say nothing.
 * @returns `null` where less than half of the rows name a picture, here or elsewhere, beside something else: then it is another table.
 */
export const readLabelTable = (text: string, names: readonly string[]): LabelTable | null => {
  const rows = rowsOf(text.replace(/^\uFEFF/, ''))
  if (rows.length > MOST_ROWS) return null
  const byPath = new Map(names.map((name) => [name, name]))
  const byFile = new Map<string, string | null>()
  for (const name of names) byFile.set(baseName(name), byFile.has(baseName(name)) ? null : name)
  const pictureOf = ([cell = '']: readonly string[]): string | undefined =>
    byPath.get(plain(cell)) ?? byFile.get(baseName(plain(cell))) ?? undefined
  const [first = []] = rows
  // What is above the first picture is a heading.
  const hasHeading = pictureOf(first) === undefined && !PICTURE_NAME.test(first[0] ?? '')
  const labelsOf = labelsBy(hasHeading ? first : [])
  const labelsByName = new Map<string, readonly string[]>()
  const said = hasHeading ? rows.slice(1) : rows
  let ofPictures = 0
  for (const row of said) {
    const name = pictureOf(row)
    if (row.length > 1 && (name !== undefined || PICTURE_NAME.test(row[0] ?? ''))) ofPictures += 1
    if (name === undefined) continue
    const labels = [...new Set([...(labelsByName.get(name) ?? []), ...labelsOf(row)])]
    if (labels.length > 0) labelsByName.set(name, labels)
  }
  return ofPictures > 0 && ofPictures * 2 >= said.length ? { labelsByName, rows: said.length } : null
}
