import { BlobReader, BlobWriter, TextReader, ZipWriter } from '@zip.js/zip.js'
import { expect, test } from 'vitest'
import type { Outcome } from '../../core/errors/outcome'
import { readArchive, type ArchiveEntry } from './read-archive'

const signal = new AbortController().signal

const archive = async (files: Readonly<Record<string, string>>, password?: string): Promise<File> => {
  const writer = new ZipWriter(new BlobWriter(), { useWebWorkers: false, ...(password && { password }) })
  for (const [path, text] of Object.entries(files)) await writer.add(path, new TextReader(text))
  await writer.add('empty folder/', new BlobReader(new Blob([])), { directory: true })
  return new File([await writer.close()], 'trip.zip')
}

const listed = (outcome: Outcome<readonly ArchiveEntry[]>): readonly ArchiveEntry[] => {
  if (outcome.kind !== 'done') throw new Error(`not listed: ${JSON.stringify(outcome)}`)
  return outcome.value
}

test('files of an archive have their paths and, when asked for, their bytes', async () => {
  const long = 'wave '.repeat(100_000)
  const entries = listed(await readArchive(await archive({ 'day 1/صورة.txt': 'salt', 'long.txt': long })))
  expect(entries.map(({ path, size }) => [path, size])).toEqual([
    ['day 1/صورة.txt', 4],
    ['long.txt', long.length],
  ])
  const texts = await Promise.all(entries.map(async ({ read }) => (await read(signal))?.text()))
  expect(texts).toEqual(['salt', long])
})

test('what is locked says so, and what is damaged reads as nothing', async () => {
  const locked = listed(await readArchive(await archive({ 'a.txt': 'salt' }, 'secret')))
  expect(locked.map(({ encrypted }) => encrypted)).toEqual([true])
  expect(await locked[0]?.read(signal)).toBeNull()

  const bytes = new Uint8Array(await (await archive({ 'a.txt': 'salt and more' })).arrayBuffer())
  // Within the packed bytes: behind a head of 30 bytes, the name and what else it tells.
  const head = new DataView(bytes.buffer)
  bytes[30 + head.getUint16(26, true) + head.getUint16(28, true) + 3] = 0xff
  const [damaged] = listed(await readArchive(new File([bytes], 'trip.zip')))
  expect(await damaged?.read(signal)).toBeNull()
})

test('what is no archive, or half of one, is refused by name', async () => {
  const whole = await archive({ 'a.txt': 'salt' })
  for (const file of [new File(['no archive'], 'x.zip'), new File([whole.slice(0, 40)], 'x.zip')])
    expect(await readArchive(file)).toEqual({
      kind: 'failed',
      error: { code: 'VALIDATION_ERROR', problem: { kind: 'archive-damaged', path: 'x.zip' } },
    })
})

test('names that lead out of an archive are told, and the others are listed as ever', async () => {
  const packed = await archive({
    './a.txt': '',
    'b\\c.txt': '',
    '../../d.txt': '',
    '/e.txt': '',
    'C:\\f.txt': '',
  })
  const entries = listed(await readArchive(packed))
  expect(entries.map(({ path, leadsOut }) => `${path} ${leadsOut}`)).toEqual([
    'a.txt false',
    'b/c.txt false',
    '../../d.txt true',
    'e.txt true',
    'C:/f.txt true',
  ])
})
