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
  /** By the pictures' own names. */
  readonly labelsByName: ReadonlyMap<string, readonly string[]>
  /** Rows that name a picture, here or not, without a heading. */
  readonly rows: number
}

const plain = (path: string): string => path.replaceAll('\\', '/').replace(/^\.?\//, '')

/**
 * Reads a table of `file, label[, label]` for pictures of these names. A row is of the picture whose path it names, or
 * whose file's name alone where only one picture has that.
 * @returns `null` where less than half of the rows name a picture that is here: then it is another table.
 */
export const readLabelTable = (text: string, names: readonly string[]): LabelTable | null => {
  const rows = rowsOf(text.replace(/^\uFEFF/, ''))
  if (rows.length > MOST_ROWS) return null
  const byPath = new Map(names.map((name) => [name, name]))
  const byFile = new Map<string, string | null>()
  for (const name of names) byFile.set(baseName(name), byFile.has(baseName(name)) ? null : name)
  const pictureOf = (cell: string): string | undefined =>
    byPath.get(plain(cell)) ?? byFile.get(baseName(plain(cell))) ?? undefined
  const labelsByName = new Map<string, readonly string[]>()
  let said = rows.length
  rows.forEach(([path = '', ...labels], i) => {
    const name = pictureOf(path)
    const given = [...new Set(labels.filter((label) => label !== ''))]
    // What is above the first picture is a heading.
    if (name === undefined && i === 0) said -= 1
    if (name !== undefined && given.length > 0) labelsByName.set(name, given)
  })
  return labelsByName.size > 0 && labelsByName.size * 2 >= said ? { labelsByName, rows: said } : null
}
