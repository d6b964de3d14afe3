import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { BlobReader, TextWriter, ZipReader, type FileEntry } from '@zip.js/zip.js'
import { expect, type Page } from '@playwright/test'
import { brokenPicture, manyPictures, plainPicture } from '../support/make-pictures.ts'
import { test } from '../support/test.ts'

const PYTHON = '/usr/bin/python3'

const hasNumpy = (): boolean => {
  try {
    execFileSync(PYTHON, ['-c', 'import numpy'], { stdio: 'ignore' })
    return existsSync(PYTHON)
  } catch {
    return false
  }
}

const openDialog = async (page: Page) => {
  await page.getByRole('button', { name: 'Save the results of all pictures' }).click()
  await page.getByRole('menuitem', { name: 'More…' }).click()
  return page.getByRole('dialog', { name: 'Export' })
}

/** Exports by the dialog, and says where the file lies. */
const exportAs = async (page: Page, kind: string, scope?: RegExp): Promise<string> => {
  const dialog = await openDialog(page)
  if (scope) await dialog.getByRole('radio', { name: scope }).check()
  await dialog.getByRole('radio', { name: kind }).check()
  const saving = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Export' }).click()
  return (await saving).path()
}

const entriesOf = async (zip: Blob): Promise<readonly FileEntry[]> => {
  const reader = new ZipReader(new BlobReader(zip), { useWebWorkers: false })
  return (await reader.getEntries()).flatMap((entry) => (entry.directory ? [] : [entry]))
}

const pictures = [
  plainPicture('red', 'red.png'),
  plainPicture('blue', 'one.png'),
  plainPicture('blue', 'ONE.png', { width: 64, height: 48 }),
  brokenPicture(),
]

test('what is marked goes into a file of its own, every file names what could not be read, and pictures go into folders by tag', async ({
  app,
}) => {
  await app.start(['red', 'blue'])
  await app.pickPictures(pictures, app.chooseFiles)
  await app.expectStatus('3 pictures ranked · 1 failed')
  await test.step('pictures in folders, byte for byte, none over another', async () => {
    const file = await exportAs(app.page, 'Pictures in folders by tag')
    const entries = await entriesOf(new Blob([Uint8Array.from(await readFile(file))]))
    expect(entries.map(({ filename }) => filename)).toEqual([
      'red/red.png',
      'blue/one.png',
      'blue/ONE (2).png',
      `_errors/${brokenPicture().name}`,
    ])
    const sizes = pictures.map(({ buffer }) => buffer.length)
    expect(entries.map(({ uncompressedSize }) => uncompressedSize)).toEqual(sizes)
    for (const entry of entries) await entry.getData(new TextWriter(), { checkSignature: true })
  })
  await test.step('what is marked', async () => {
    await app.picture('red.png').click()
    await app.picture(brokenPicture().name).click({ modifiers: ['Control'] })
    const marked = await readFile(await exportAs(app.page, 'JSON, a line for each', /^Marked: 2$/), 'utf8')
    const lines = marked
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(lines.map(({ name }) => name)).toEqual(['red.png', brokenPicture().name])
    expect(lines[1]).toMatchObject({ error: { code: 'IMAGE_DECODE_FAILED' } })
    const all = await readFile(await exportAs(app.page, 'JSON, all in one', /^All: 4$/), 'utf8')
    const whole = JSON.parse(all) as { records: unknown[]; failed: unknown[] }
    expect(whole.records).toHaveLength(3)
    expect(whole.failed).toHaveLength(1)
  })
})

test('NumPy reads the vectors and their names', async ({ app }) => {
  test.skip(!hasNumpy(), 'NumPy is not here')
  await app.start(['red', 'blue'])
  await app.pickPictures(pictures, app.chooseFiles)
  await app.expectStatus('3 pictures ranked · 1 failed')
  const file = await exportAs(app.page, 'Vectors for NumPy (NPZ)')
  const said = execFileSync(
    PYTHON,
    [
      '-c',
      'import sys, json, numpy as n; f = n.load(sys.argv[1]); v = f["vectors"]; ' +
        'print(json.dumps([v.dtype.str, len(v), n.linalg.norm(v, axis=1).tolist(), f["names"].tolist()]))',
      file,
    ],
    { encoding: 'utf8' },
  )
  const [type, rows, norms, names] = JSON.parse(said) as [string, number, number[], string[]]
  expect([type, rows]).toEqual(['<f4', 3])
  for (const norm of norms) expect(norm).toBeCloseTo(1, 5)
  expect(names).toEqual(['red.png', 'one.png', 'ONE.png'])
})

test('a long list is written into the file that was picked', async ({ app }) => {
  await app.page.addInitScript(() => {
    const picked = async () =>
      (await navigator.storage.getDirectory()).getFileHandle('picked.zip', { create: true })
    Object.assign(window, { showSaveFilePicker: picked })
  })
  await app.open()
  await app.pickPictures(manyPictures(1000, { width: 4, height: 4 }), app.chooseFiles)
  const dialog = await openDialog(app.page)
  await dialog.getByRole('radio', { name: 'Pictures in folders by tag' }).check()
  await dialog.getByRole('button', { name: 'Export' }).click()
  await expect(app.page.getByText(/^Exporting [\d,]+ of 1,000$/)).toBeVisible()
  await expect(app.page.getByText(/^Exporting/)).toBeHidden({ timeout: 60_000 })
  const base64 = await app.page.evaluate(async () => {
    const handle = await (await navigator.storage.getDirectory()).getFileHandle('picked.zip')
    const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer())
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  })
  const entries = await entriesOf(new Blob([Uint8Array.from(Buffer.from(base64, 'base64'))]))
  expect(entries).toHaveLength(1000)
  expect(entries[0]?.filename).toBe('_unanswered/picture 1.png')
})
