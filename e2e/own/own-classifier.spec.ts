import { copyFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { kindIndex } from '../../scripts/mini/draw/catalogue.ts'
import { colours, type ColourName } from '../../scripts/mini/draw/colours.ts'
import { createRng, splits, type Rng } from '../../scripts/mini/draw/prng.ts'
import { rasterisePng } from '../../scripts/mini/draw/rasterise.ts'
import { composeScene, trainingStyles } from '../../scripts/mini/draw/scene.ts'
import { AppPage } from '../support/app-page.ts'
import { contextOptions, test } from '../support/test.ts'

/** A paper of the examination's split that no figure is taken from. */
const PAPER = 203
const PER_TAG = 20

/** Drawings that the built-in model has never seen, `PER_TAG` of each subject, named `whole 3.png`. */
const draw = (
  subjects: Readonly<Record<string, { readonly kind: string; readonly colour: ColourName | 'any' }>>,
) =>
  Object.entries(subjects).flatMap(([name, { kind, colour }], which) =>
    Array.from({ length: PER_TAG }, (_, i) => {
      const rng: Rng = createRng(PAPER * 1_000_000 + which * PER_TAG + i, splits.evaluation)
      const facts = {
        kind: kindIndex(kind),
        colour: colour === 'any' ? rng.pick(colours).name : colour,
        count: 1,
        style: rng.pick(trainingStyles),
      }
      const buffer = Buffer.from(rasterisePng(composeScene(facts, rng).svg, 256))
      return { name: `${name} ${i}.png`, mimeType: 'image/png', buffer }
    }),
  )

const doors = draw({
  whole: { kind: 'car door', colour: 'any' },
  scratched: { kind: 'scratched car door', colour: 'any' },
})
const shades = draw({
  red: { kind: 'car', colour: 'red' },
  blue: { kind: 'car', colour: 'blue' },
  yellow: { kind: 'car', colour: 'yellow' },
})

const cell = (page: Page, name: string) => page.getByRole('gridcell', { name: new RegExp(`^${name}\\b`) })
const strip = (page: Page) => page.getByRole('status').filter({ hasText: /example|two tags/ })

/** The share of pictures whose best tag is the one that their subject stands for. */
const shareRight = async (page: Page, tagBySubject: Readonly<Record<string, string>>): Promise<number> => {
  const said = await page.getByRole('gridcell').allInnerTexts()
  const right = said.filter((text) => {
    const [, subject = '', tag] = /^(\w+) \d+\.png, (.+?), [^,]*percent/.exec(text) ?? []
    return tagBySubject[subject] === tag
  })
  return right.length / said.length
}

const open = async (app: AppPage, tags: readonly string[], pictures: typeof doors, folder: string) => {
  // Tall enough that every card is on the screen.
  await app.page.setViewportSize({ width: 1400, height: 2600 })
  await app.openAsVisitor()
  await app.tags.replace(tags)
  await app.pickFromDisk(pictures, folder, app.addMore)
  await app.whenIdle()
  await app.expectStatus(`${pictures.length} pictures ranked`)
}

const DOORS = { whole: 'ok', scratched: 'not ok' }

test('two whole and two scratched doors teach which door is ok, by mouse and by keys, with the airplane switch on; it outlives a reload, and opens from its file in a browser that knows nothing', async ({
  app,
  browser,
  hub,
}, info) => {
  test.slow()
  const { page } = app
  await open(app, ['ok', 'not ok'], doors, info.outputPath('doors'))
  await page.getByRole('button', { name: /^Privacy/ }).click()
  await page.getByRole('checkbox', { name: /^Airplane switch/ }).check()
  await page.keyboard.press('Escape')
  const byWords = await shareRight(page, DOORS)
  await cell(page, 'whole 0').click()
  await page.getByRole('button', { name: 'Say what it is' }).click()
  for (const [name, tag] of [
    ['whole 0', 'ok'],
    ['scratched 0', 'not ok'],
    ['whole 3', 'ok'],
    ['scratched 3', 'not ok'],
  ] as const) {
    await cell(page, name).click()
    await page.getByRole('button', { name: new RegExp(`^${tag}, \\d+ example`) }).click()
  }
  await expect(strip(page)).toContainText('4 examples. Mark three of each: ok 2/3, not ok 2/3.')
  const byExamples = await shareRight(page, DOORS)
  console.log(`doors: ${byWords} by words, ${byExamples} by two examples each`)
  expect(byWords).toBeLessThanOrEqual(0.5)
  expect(byExamples).toBeGreaterThanOrEqual(0.95)

  for (let i = 0; i < 4; i += 1) await page.keyboard.press('Control+z')
  await expect(strip(page)).toContainText('two tags')
  await cell(page, 'whole 0').click()
  for (const [at, key] of [
    [0, '1'],
    [PER_TAG, '2'],
    [3, '1'],
    [PER_TAG + 3, '2'],
  ] as const) {
    await page.keyboard.press('Home')
    for (let i = 0; i < at; i += 1) await page.keyboard.press('ArrowRight')
    await page.keyboard.press(key)
  }
  await expect(strip(page)).toContainText('4 examples. Mark three of each')
  await expect.poll(() => shareRight(page, DOORS)).toBe(byExamples)

  // The third of each ends the guided first time.
  for (const [at, key] of [
    [6, '1'],
    [PER_TAG + 6, '2'],
  ] as const) {
    await page.keyboard.press('Home')
    for (let i = 0; i < at; i += 1) await page.keyboard.press('ArrowRight')
    await page.keyboard.press(key)
  }
  await expect(strip(page)).toContainText('6 examples. Too few to say')
  console.log(`doors: ${await shareRight(page, DOORS)} by three examples each`)
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await expect.poll(() => shareRight(page, DOORS)).toBe(byExamples)

  // Not before the line above stands still, which follows what is learned and moves the switch.
  await page.getByRole('radio', { name: 'Words' }).click()
  await expect.poll(() => shareRight(page, DOORS)).toBe(byWords)
  await page.getByRole('radio', { name: 'Mine' }).click()
  await expect.poll(() => shareRight(page, DOORS)).toBe(byExamples)

  await page.reload()
  await app.whenIdle()
  await expect(strip(page)).toContainText('4 examples. Mark three of each')
  await app.whenIdle()
  await expect.poll(() => shareRight(page, DOORS)).toBe(byExamples)

  // A number of the table shows its pictures, and no others until it is taken back.
  await page.getByRole('button', { name: 'How good is it?' }).click()
  const report = page.getByRole('dialog', { name: 'How good your classifier is' })
  await expect(report.getByRole('row', { name: /^ok 2 too few to say/ })).toBeVisible()
  const shown = report.getByRole('button', { name: /^[1-9] pictures?: not ok, answered/ }).first()
  const [, count = '', text = ''] =
    /^(\d) pictures?: (.+)/.exec((await shown.getAttribute('aria-label')) ?? '') ?? []
  await shown.click()
  await expect(page.getByRole('gridcell')).toHaveCount(Number(count))
  await page.getByRole('button', { name: `Stop showing only ${text}` }).click()
  await expect(page.getByRole('gridcell')).toHaveCount(doors.length)

  await page.getByRole('button', { name: 'How good is it?' }).click()
  const saving = page.waitForEvent('download')
  await report.getByRole('button', { name: 'Whole (.taglens)' }).click()
  const file = await (await saving).path()
  await expect(report.getByText(/saved · 4 examples/)).toBeVisible()
  await report.getByRole('textbox', { name: 'Name' }).fill('Car doors')
  await page.keyboard.press('Enter')
  await expect(report.getByText('Kept as Car-doors.')).toBeVisible()
  await expect(report.getByRole('button', { name: 'Copy link to Car-doors' })).toBeVisible()

  // By its name a link opens it where the person says other things by now, and programs ask it.
  await page.keyboard.press('Escape')
  for (const name of ['whole 0', 'scratched 0', 'whole 3', 'scratched 3']) {
    await cell(page, name).click()
    await page.keyboard.press('u')
  }
  await expect(strip(page)).toBeHidden()
  await page.goto(`${new URL(page.url()).pathname}?classifier=car-doors`)
  await app.whenIdle()
  await expect(page.getByText('Set by the link for this visit: tags, examples.')).toBeVisible()
  await expect(strip(page)).toContainText('4 examples. Mark three of each')
  await expect.poll(() => shareRight(page, DOORS)).toBe(byExamples)
  const known = await page.evaluate(() => window.taglens.classifiers.list())
  expect(known.map(({ id, examples }) => [id, examples])).toEqual([
    ['mine', 4],
    ['Car-doors', 4],
  ])
  // The same head, by whichever name.
  expect(known[1]?.version).toBe(known[0]?.version)

  // Another profile.
  const context = await browser.newContext(contextOptions(info))
  const other = new AppPage(await context.newPage(), hub.origin)
  await open(other, ['a door', 'no door'], doors, info.outputPath('doors again'))
  await cell(other.page, 'whole 0').click()
  await other.page.getByRole('button', { name: 'Say what it is' }).click()
  const choosing = other.page.waitForEvent('filechooser')
  await other.page.getByRole('button', { name: 'Open a classifier…' }).click()
  const named = info.outputPath('classifier.taglens')
  await copyFile(file, named)
  await (await choosing).setFiles(named)
  await expect(strip(other.page)).toContainText('4 examples. Mark three of each: ok 2/3, not ok 2/3.')
  await expect.poll(() => shareRight(other.page, DOORS)).toBe(byExamples)
  await context.close()
})

test('names that say nothing are taught by keys, and undo takes back one example after another', async ({
  app,
}, info) => {
  const { page } = app
  const truth = { red: 'A1', blue: 'B2', yellow: 'C3' }
  await open(app, Object.values(truth), shades, info.outputPath('shades'))
  const byWords = await shareRight(page, truth)
  await cell(page, 'red 0').click()
  await page.getByRole('button', { name: 'Say what it is' }).click()
  await page.getByRole('grid', { name: 'Pictures' }).focus()
  for (const [row, key] of ['1', '2', '3'].entries()) {
    await page.keyboard.press('Home')
    for (let i = 0; i < row * PER_TAG; i += 1) await page.keyboard.press('ArrowRight')
    await page.keyboard.press(key)
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press(key)
  }
  await expect(strip(page)).toContainText('6 examples.')
  const byExamples = await shareRight(page, truth)
  console.log(`shades: ${byWords} by words, ${byExamples} by two examples each`)
  expect(byWords).toBeLessThanOrEqual(0.5)
  expect(byExamples).toBeGreaterThanOrEqual(0.95)

  await page.keyboard.press('u')
  await expect(strip(page)).toContainText('5 examples.')
  await page.keyboard.press('Control+z')
  await expect(strip(page)).toContainText('6 examples.')
  for (let i = 0; i < 6; i += 1) await page.keyboard.press('Control+z')
  await expect(strip(page)).toContainText('two tags')
  expect(await shareRight(page, truth)).toBe(byWords)
})
