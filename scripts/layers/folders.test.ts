import { readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

/** More than what a reader takes in at a glance; a folder that grows over it holds two subjects. */
const MOST_ENTRIES = 20

const root = path.join(import.meta.dirname, '../..')

/** Every folder of `top`, with how many files and folders lie in it. */
const countEntries = (top: string): (readonly [folder: string, entries: number])[] => {
  const folders = readdirSync(path.join(root, top), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => path.join(entry.parentPath, entry.name))
  return [path.join(root, top), ...folders].map((folder) => [
    path.relative(root, folder),
    readdirSync(folder).length,
  ])
}

test.each(['src', 'scripts', 'e2e'])(`no folder of %s has more than ${MOST_ENTRIES} entries`, (top) => {
  const folders = countEntries(top)
  expect(folders.length).toBeGreaterThan(5)
  expect(folders.filter(([, entries]) => entries > MOST_ENTRIES)).toEqual([])
})
