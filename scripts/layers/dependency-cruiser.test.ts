import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import { afterEach, beforeEach, expect, test } from 'vitest'
import configuration from './dependency-cruiser.js'

/** Faults that only the whole graph shows, planted in a small tree of their own. */

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'layers-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

const write = (file: string, text: string): void => {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
  writeFileSync(path.join(folder, file), text)
}

/** Names of the rules that a tree breaks; each file is given by what it imports. */
const brokenRules = async (importsByFile: Readonly<Record<string, readonly string[]>>): Promise<string[]> => {
  for (const name of ['onnxruntime-web', 'react', 'zustand']) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }))
    write(`node_modules/${name}/index.js`, '')
  }
  write(
    'package.json',
    JSON.stringify({ dependencies: { 'onnxruntime-web': '*', react: '*', zustand: '*' } }),
  )
  for (const [file, imports] of Object.entries(importsByFile)) {
    write(file, imports.map((address, index) => `export * as n${index} from '${address}'\n`).join(''))
  }
  const { forbidden = [], options = {} } = configuration
  const { output } = await cruise(['src'], {
    ...options,
    baseDir: folder,
    validate: true,
    ruleSet: { forbidden },
  })
  const { violations } = (output as ICruiseResult).summary
  return [...new Set(violations.map(({ rule }) => rule.name))].sort()
}

test('a tree that keeps to the table breaks no rule', async () => {
  const rules = await brokenRules({
    'src/main.tsx': ['react', './ui/page', './client/engine'],
    'src/ui/page.tsx': ['react', '../state/store', '../core/rank'],
    'src/state/store.ts': ['zustand', '../core/rank'],
    'src/client/engine.ts': ['../core/rank'],
    'src/core/rank.ts': ['./cosine'],
    'src/core/cosine.ts': [],
    'src/core/rank.test.ts': ['./rank', '../testing/build-picture'],
    'src/testing/build-picture.ts': ['../core/rank'],
    'src/engine/worker.ts': ['onnxruntime-web', '../core/rank'],
  })
  expect(rules).toEqual([])
})

test('a cycle is found', async () => {
  const rules = await brokenRules({ 'src/core/a.ts': ['./b'], 'src/core/b.ts': ['./a'] })
  expect(rules).toEqual(['no-cycles'])
})

test('an import against the table is found, of a layer and of a package', async () => {
  const rules = await brokenRules({
    'src/ui/page.ts': ['../client/engine', 'onnxruntime-web'],
    'src/client/engine.ts': [],
    'src/core/rank.ts': ['zustand'],
  })
  expect(rules).toEqual(['core-packages', 'ui-imports', 'ui-packages'])
})

test('the runtime is found on the page, however long the chain', async () => {
  const rules = await brokenRules({
    'src/main.tsx': ['./client/engine'],
    'src/client/engine.ts': ['../engine/session'],
    'src/engine/session.ts': ['onnxruntime-web'],
  })
  expect(rules).toContain('no-engine-on-the-page')
})

test('fixtures are found on the page and in the worker', async () => {
  const rules = await brokenRules({
    'src/engine/worker.ts': ['../protocol/calls'],
    'src/protocol/calls.ts': ['../testing/fake'],
    'src/testing/fake.ts': [],
  })
  expect(rules).toContain('no-testing-shipped')
})

test('an import of nothing, of a test and of a script is found', async () => {
  const rules = await brokenRules({
    'src/core/rank.ts': ['./lost', './cosine.test', '../../scripts/layers/layers.js'],
    'src/core/cosine.test.ts': [],
    'scripts/layers/layers.js': [],
  })
  expect(rules).toEqual(['inside-src', 'no-import-of-tests', 'resolvable'])
})
