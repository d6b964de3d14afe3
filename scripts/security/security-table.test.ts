import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const root = path.join(import.meta.dirname, '../..')
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8')

/** Tests as the table names them: a file, and the names of its groups and of the test, outermost first. */
const named = (): readonly { readonly file: string; readonly names: readonly string[] }[] => {
  const [, table = ''] = read('SECURITY.md').split('## Attacks that are tests')
  const cells = table.split('\n').flatMap((line) => line.split('|')[3] ?? [])
  return cells.flatMap((cell) =>
    [...cell.matchAll(/`([^`]+\.ts)`: ((?:(?!; `).)+)/g)].map(([, file = '', name = '']) => ({
      file,
      names: name.trim().split(' › '),
    })),
  )
}

test('every test that SECURITY.md names is there, under that name', () => {
  expect(named().length).toBeGreaterThan(30)
  const gone = named().filter(({ file, names }) => {
    const source = read(file)
    return !names.every((name) => source.includes(`'${name}'`))
  })
  expect(gone).toEqual([])
})
