import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { lateFiles, pageFiles } from './page-weight.ts'

let dist: string
beforeEach(() => {
  dist = mkdtempSync(path.join(tmpdir(), 'dist-'))
  mkdirSync(path.join(dist, 'assets'))
})
afterEach(() => {
  rmSync(dist, { recursive: true })
})

const write = (name: string, text: string): void => {
  writeFileSync(path.join(dist, name), text)
}

test('the page weighs its entry and what that imports at once, but not what comes later', () => {
  write(
    'index.html',
    `<script type="module" crossorigin src="./assets/index.js"></script>
     <link rel="modulepreload" crossorigin href="./assets/preloaded.js">
     <link rel="stylesheet" crossorigin href="./assets/index.css">
     <link rel="icon" href="./assets/icon.svg">`,
  )
  write('assets/index.js', "import{a}from'./shared.js';import('./later.js');new Worker('./worker.js')")
  write('assets/shared.js', "export*from'./deep.js';export const a=1")
  write('assets/deep.js', "export{b}from'./shared.js'")
  write('assets/preloaded.js', '')
  const { scripts, styles } = pageFiles(dist)
  expect([...scripts].sort()).toEqual([
    'assets/deep.js',
    'assets/index.js',
    'assets/preloaded.js',
    'assets/shared.js',
  ])
  expect(styles).toEqual(['assets/index.css'])
})

test('what comes later comes with all that it imports, but without workers', () => {
  write('index.html', '<script type="module" src="./assets/index.js"></script>')
  write('assets/index.js', "import './begun.js';import(`./later.js`);new URL('worker.js',import.meta.url)")
  write('assets/begun.js', '')
  write('assets/later.js', 'import"./begun.js";import"./shared.js";import("./last.js")')
  write('assets/shared.js', '')
  write('assets/last.js', '')
  write('assets/worker.js', '')
  expect([...lateFiles(dist)].sort()).toEqual(['assets/last.js', 'assets/later.js', 'assets/shared.js'])
})
