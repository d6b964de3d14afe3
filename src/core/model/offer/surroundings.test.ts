import { expect, it } from 'vitest'
import { lineSpeed, parseModelIndex } from './surroundings'

const file = (transferSize: number, responseStart: number, responseEnd: number, workerStart = 0) => ({
  transferSize,
  responseStart,
  responseEnd,
  workerStart,
})

it.each<[string, ReturnType<typeof file>[], number | null]>([
  ['one file', [file(200_000, 0, 100)], 2e6],
  ['one after the other, with a pause', [file(100_000, 0, 100), file(100_000, 900, 1000)], 1e6],
  ['two at a time', [file(100_000, 0, 100), file(100_000, 50, 100)], 2e6],
  ['small files beside', [file(200_000, 0, 100), file(300, 0, 9000)], 2e6],
  ['from a cache or the service worker', [file(0, 0, 100), file(500_000, 0, 10, 1)], null],
  ['too little to say', [file(50_000, 0, 10)], null],
  ['from this machine', [file(500_000, 0, 1)], null],
  ['nothing', [], null],
])('the speed of a line: %s', (_, files, expected) => {
  expect(lineSpeed(files)).toBe(expected)
})

const good = { id: 'a/b', licence: 'MIT', files: [{ path: 'config.json', size: 1, sha256: 'a'.repeat(64) }] }

it('an index names the models whose files are named rightly, and leaves out the others', () => {
  const bad = { ...good, files: [{ path: '../config.json', size: 1, sha256: 'a'.repeat(64) }] }
  const models = [good, bad, { ...good, id: '../x' }, { ...good, files: [] }, null, { id: 'c/d' }]
  expect(parseModelIndex({ taglens: 1, models })).toEqual([good])
})

it.each([[null], [{}], [{ taglens: 2, models: [good] }], ['<!doctype html>']])(
  'what is no index names none: %j',
  (json) => {
    expect(parseModelIndex(json)).toEqual([])
  },
)
