import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect } from '@playwright/test'
import type { AppPage } from '../support/app-page.ts'
import { brokenPicture, gradientPicture, plainPicture, type PictureFile } from '../support/make-pictures.ts'
import { zipOf } from '../support/zip-of.ts'
import { requireFixtures, test } from '../support/test.ts'

const note = (name: string, text = 'one\ntwo\n'): PictureFile => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(text),
})

/** Through an input, as in browsers that have no picker of folders: no test can answer Chromium's. */
const chooseFolder = async (app: AppPage, folder: string) => {
  await app.page.evaluate(() => Reflect.deleteProperty(window, 'showDirectoryPicker'))
  await app.pickPaths([folder], () => app.page.getByRole('button', { name: 'Choose folder' }).click())
}

/** Saves the results of all pictures and reads the file. */
const exported = async ({ page }: AppPage, line: string): Promise<string> => {
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save the results of all pictures' }).click()
  await page.getByRole('menuitem', { name: line }).click()
  return readFile(await (await saving).path(), 'utf8')
}

test.describe('folders of the field', () => {
  const fixtures = path.join(requireFixtures(), 'field')

  test('give pictures alone and no tag, and pictures of the same names are told apart in every file of results', async ({
    app,
  }) => {
    await app.start(['red', 'blue'])
    await test.step('with notes and annotations beside pictures: pictures alone, and no tag', async () => {
      await chooseFolder(app, path.join(fixtures, 'folder_sidecars'))
      await app.expectStatus('10 pictures ranked')
      await expect(app.tags.rows).toHaveCount(2)
      await expect(app.page.getByText('13 other files left out.')).toBeVisible()
      await app.page.getByRole('button', { name: 'Show which' }).click()
      const dialog = app.page.getByRole('dialog', { name: 'Files left out' })
      await expect(dialog.getByText('train/cat/img_1.txt', { exact: true })).toBeVisible()
      await expect(dialog.getByText(/DS_Store|Thumbs|MACOSX|desktop\.ini/)).toHaveCount(0)
      await app.page.keyboard.press('Escape')
      await app.removePictures()
    })
    await test.step('with pictures of the same names', async () => {
      await chooseFolder(app, path.join(fixtures, 'same_names'))
      await app.expectStatus('10 pictures ranked')
      const csv = await exported(app, 'Table')
      for (const name of ['train/cat/img_1.jpg', 'val/coffee/img_2.jpg', 'train/猫 🐈‍⬛.jpg']) {
        expect(csv.split('\r\n').filter((row) => row.startsWith(`${name},`))).toHaveLength(1)
        await expect(app.picture(name)).toBeVisible()
      }
    })
  })
})

test('JPEGs of 102 and 108 megapixels are ranked, decoded at a half, which the table says', async ({
  app,
}) => {
  test.setTimeout(240_000)
  const folder = path.join(requireFixtures(), 'field/phone_megapixels')
  await app.start(['red', 'blue'])
  await chooseFolder(app, folder)
  await expect(app.page.getByText('2 pictures ranked', { exact: true })).toBeVisible({ timeout: 200_000 })
  const [head = '', ...rows] = (await exported(app, 'Table')).trimEnd().split('\r\n')
  // Counted from the end: templates before it have commas of their own.
  const fromEnd = head.split(',').indexOf('reduced_by') - head.split(',').length
  expect(rows.map((row) => [row.split(',')[0], row.split(',').at(fromEnd)])).toEqual([
    ['mf_101MP_11648x8736.jpg', '2'],
    ['phone_108MP_12000x9000.jpg', '2'],
  ])
})

test('an archive gives its pictures by their paths; files that come with pictures are no tags, and pictures that came twice may go', async ({
  app,
}) => {
  await app.start(['red', 'blue'])
  await test.step('an archive gives its pictures by their paths, and its failed ones with their codes', async () => {
    await app.dropPictures([
      await zipOf('trip.zip', [
        plainPicture('red', 'trip/day 10/a.png'),
        gradientPicture('blue', 'red', 'trip/day 2/a.png'),
        brokenPicture('trip/day 2/broken.png'),
        note('trip/day 2/a.txt'),
        note('__MACOSX/trip/day 2/._a.png'),
      ]),
    ])
    await app.expectStatus('2 pictures ranked · 1 failed')
    await expect(app.page.getByText('1 other file left out.')).toBeVisible()
    await expect(app.tags.rows).toHaveCount(2)
    await expect(app.grid.getByRole('gridcell').first()).toHaveAccessibleName(/^day 2\/a\.png,/)
    const { records, failed } = JSON.parse(await exported(app, 'JSON, all in one')) as {
      readonly records: readonly { readonly name: string }[]
      readonly failed: readonly { readonly name: string; readonly error: object }[]
    }
    expect(records.map(({ name }) => name)).toEqual(['day 2/a.png', 'day 10/a.png'])
    expect(failed).toMatchObject([{ name: 'day 2/broken.png', error: { code: 'IMAGE_DECODE_FAILED' } }])
    await app.removePictures()
  })
  await test.step('files that come with pictures are no tags, and pictures that came twice may go', async () => {
    await app.dropPictures([
      plainPicture('red'),
      note('classes.txt'),
      note('red.xmp'),
      plainPicture('red', 'again.png'),
    ])
    await app.expectStatus('2 pictures ranked')
    await expect(app.page.getByText('2 other files left out.')).toBeVisible()
    await expect(app.tags.rows).toHaveCount(2)
    await expect(app.page.getByText('1 picture is the same as another.')).toBeVisible()
    await app.page.getByRole('button', { name: 'Keep one of each' }).click()
    await app.expectStatus('1 picture ranked')
    await app.page.keyboard.press('ControlOrMeta+Z')
    await app.expectStatus('2 pictures ranked')
    // What was answered is not asked again.
    await app.dropPictures([note('green.txt', 'green\n')])
    await expect(app.tags.button('green')).toBeVisible()
    await expect(app.page.getByText('1 picture is the same as another.')).toHaveCount(0)
  })
})

test('a large folder that is dropped comes in as it is found, in order, and one undo takes it back', async ({
  app,
}, testInfo) => {
  await app.open()
  const folder = testInfo.outputPath('holiday')
  await mkdir(folder, { recursive: true })
  const { buffer } = plainPicture('red', 'red.png', { width: 4, height: 4 })
  for (let i = 1; i <= 450; i += 1) await writeFile(path.join(folder, `${i}.png`), buffer)
  await writeFile(path.join(folder, 'notes.pdf'), 'notes')
  const session = await app.page.context().newCDPSession(app.page)
  const data = { items: [], files: [folder], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data })
  await expect(app.page.getByText('1 other file left out.')).toBeVisible()
  await expect(app.grid).toHaveAttribute('aria-rowcount', /\d/)
  await expect(
    app.page.getByRole('region', { name: 'Pictures' }).getByText('450', { exact: true }),
  ).toBeVisible()
  await expect(app.grid.getByRole('gridcell').nth(1)).toHaveAccessibleName(/^2\.png,/)
  await app.page.keyboard.press('ControlOrMeta+z')
  await expect(app.grid).toBeHidden()
})
