import { expect, type Page } from '@playwright/test'
import { manyPictures } from '../support/make-pictures.ts'
import { test } from '../support/test.ts'

/** How many are decided: a thousand by hand, `TAGLENS_REVIEW=1000`. */
const COUNT = Number(process.env.TAGLENS_REVIEW ?? 60)

/** So many pictures, no two of the same bytes: what is said of one is said of its copies. */
const drawings = Array.from({ length: Math.ceil(COUNT / 256) }, (_, block) =>
  manyPictures(256, { width: 60, height: 45 + block }).map((file) => ({
    ...file,
    name: `${block} ${file.name}`,
  })),
)
  .flat()
  .slice(0, COUNT)

/** Takes down where focus is before each key and after it, if that is not on the pictures: there it would be lost. */
const watchFocus = (page: Page) =>
  page.evaluate(() => {
    const lost: string[] = []
    const look = (key: string) => {
      const at = document.activeElement
      const isOnCell = at?.matches('[data-picture-grid][aria-activedescendant]') === true
      if (!isOnCell && at?.matches('[data-large-view]') !== true) lost.push(`${key}: ${at?.tagName ?? ''}`)
    }
    addEventListener('keydown', ({ key }) => look(key), { capture: true })
    addEventListener('keyup', ({ key }) => requestAnimationFrame(() => look(key)), { capture: true })
    Object.assign(window, { lostFocus: lost })
  })

const lostFocus = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => (window as unknown as { readonly lostFocus: readonly string[] }).lostFocus)

test('pictures are decided by keyboard alone: focus is never lost, and it outlives a reload', async ({
  app,
  page,
}, info) => {
  test.setTimeout(120_000 + COUNT * 300)
  await app.start(['red', 'green'])
  await app.pickFromDisk(drawings, info.outputPath('pictures'), app.chooseFiles)
  await app.whenIdle()
  const { keyboard } = page
  const decided = (count: number) =>
    expect(page.getByText(`${count.toLocaleString('en-GB')} decided`, { exact: true })).toBeVisible()

  await page.getByRole('button', { name: 'Review: undecided, least sure first' }).press('Enter')
  await expect(page.getByRole('button', { name: 'Stop showing only Undecided' })).toBeVisible()
  await page.getByRole('grid', { name: 'Pictures' }).focus()
  await keyboard.press('Home')
  await watchFocus(page)
  const half = Math.floor(COUNT / 2)
  const keys = ['1', 'Enter', 'x', '2']
  // Typed ahead of the page: no key waits until the one before is done.
  const type = (from: number, to: number) =>
    Promise.all(Array.from({ length: to - from }, (_, i) => keyboard.press(keys[(from + i) % keys.length]!)))
  await type(0, half)
  await decided(half)
  await keyboard.press('Space')
  await expect(page.getByRole('group', { name: 'Large picture' })).toBeFocused()
  await type(half, COUNT - 1)
  await decided(COUNT - 1)
  await keyboard.press('Escape')
  await expect(page.getByRole('gridcell')).toHaveCount(1)
  await expect(page.getByRole('grid', { name: 'Pictures' })).toBeFocused()
  // Three steps back, and forth again, each where it was done.
  for (const left of [2, 3, 4]) {
    await keyboard.press('ControlOrMeta+z')
    await expect(page.getByRole('gridcell')).toHaveCount(left)
  }
  for (let i = 0; i < 3; i += 1) await keyboard.press('ControlOrMeta+Shift+z')
  await decided(COUNT - 1)
  expect(await lostFocus(page)).toEqual([])
  await keyboard.press('x')
  await expect(page.getByText('No picture passes this filter.')).toBeVisible()
  await expect(page.locator('body')).not.toBeFocused()
  await decided(COUNT)

  await page.reload()
  await app.whenIdle()
  await decided(COUNT)
  // The filter comes back, and what was done before the reload can be taken back too.
  await expect(page.getByRole('button', { name: 'Stop showing only Undecided' })).toBeVisible()
  await expect(page.getByText('No picture passes this filter.')).toBeVisible()
  await keyboard.press('ControlOrMeta+z')
  await decided(COUNT - 1)
  await expect(page.getByRole('gridcell')).toHaveCount(1)
  await page.getByRole('button', { name: 'Stop showing only Undecided' }).click()
  await expect(
    page.getByRole('gridcell', { name: /decided: (red|green|None of these)/ }).first(),
  ).toBeVisible()
})
