import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { buildIdentity } from './build-identity.ts'

const root = path.join(import.meta.dirname, '../..')

test('a build names its commit, the day of the commit and the runtime that it ships', () => {
  const { commit, date, onnxRuntime } = buildIdentity(root)
  expect(commit).toMatch(/^[\da-f]{10}\+?$|^unknown$/)
  expect(date).toMatch(/^\d{4}-\d\d-\d\d$/)
  expect(onnxRuntime).toMatch(/^\d+\.\d+\.\d+$/)
})

test('without git it is the commit that CI says, or none', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'no-git-'))
  await writeFile(path.join(folder, 'package.json'), JSON.stringify({ version: '1.2.3', dependencies: {} }))
  expect(buildIdentity(folder, { GITHUB_SHA: '0123456789abcdef' })).toMatchObject({
    version: '1.2.3',
    commit: '0123456789',
  })
  expect(buildIdentity(folder, {}).commit).toBe('unknown')
  await rm(folder, { recursive: true })
})

test('the newest entry of the changelog is the version of this build', () => {
  const changelog = readFileSync(path.join(root, 'CHANGELOG.md'), 'utf8')
  expect(/^## (\S+)/m.exec(changelog)?.[1]).toBe(buildIdentity(root).version)
})
