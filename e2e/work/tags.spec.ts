import { expect } from '@playwright/test'
import { plainPicture } from '../support/make-pictures.ts'
import { test } from '../support/test.ts'

const FIRST_VISIT = ['car', 'document', 'motorcycle', 'truck', 'person', 'other']

test('tags are kept, pasted, taken back, moved and edited without a model', async ({ app }) => {
  await app.open()
  await test.step('the first visit shows the six tags that every visitor knows', async () => {
    await app.tags.expect(FIRST_VISIT)
  })
  await test.step('tags are there again after a reload', async () => {
    await app.tags.replace(['red', 'green', 'dark blue'])
    await app.open()
    await app.tags.expect(['red', 'green', 'dark blue'])
  })
  await test.step('a pasted list becomes tags, and what was there already is named', async () => {
    await app.tags.replace(['red', 'green'])
    await app.tags.paste('Red, blue\nyellow; "black, or nearly"\nblue')
    await app.tags.expect(['red', 'green', 'blue', 'yellow', 'black, or nearly'])
    await expect(app.page.getByText(/Added 3 tags\..*“Red”.*there already\./)).toBeVisible()
  })
  await test.step('undo takes back a paste, a removal and a move, one step each', async () => {
    const { keyboard } = app.page
    await app.tags.replace(['red', 'green'])
    await app.tags.paste('blue, black')
    await app.tags.button('red').focus()
    await keyboard.press('Alt+ArrowDown')
    await app.tags.expect(['green', 'red', 'blue', 'black'])
    await app.tags.button('green').focus()
    await keyboard.press('Delete')
    await app.tags.expect(['red', 'blue', 'black'])

    await keyboard.press('ControlOrMeta+Z')
    await app.tags.expect(['green', 'red', 'blue', 'black'])
    await keyboard.press('ControlOrMeta+Z')
    await app.tags.expect(['red', 'green', 'blue', 'black'])
    await keyboard.press('ControlOrMeta+Z')
    await app.tags.expect(['red', 'green'])
    await keyboard.press('ControlOrMeta+Shift+Z')
    await app.tags.expect(['red', 'green', 'blue', 'black'])
  })
  await test.step('a tag is dragged to another place', async () => {
    await app.tags.replace(['red', 'green', 'blue'])
    await app.tags.drag('red', 'blue')
    await app.tags.expect(['green', 'blue', 'red'])
  })
  await test.step('Backspace in the empty field edits the last tag', async () => {
    await app.tags.replace(['red', 'green'])
    await app.tags.field.press('Backspace')
    await expect(app.page.getByRole('textbox', { name: 'Edit green' })).toBeFocused()
  })
})

test('the ranking follows each edit of a tag', async ({ app }) => {
  await app.start(['red', 'green', 'blue'])
  await app.dropPictures([plainPicture('yellow')])
  await test.step('in its place', async () => {
    await app.tags.edit('green', 'yellow')
    await app.tags.expect(['red', 'yellow', 'blue'])
    await app.expectBest('yellow')
  })
  await test.step('while it is typed, and Escape puts everything back', async () => {
    await app.tags.replace(['red', 'blue'])
    await app.expectBest('red')
    await app.tags.button('blue').focus()
    await app.page.keyboard.press('F2')
    await app.page.keyboard.press('ControlOrMeta+A')
    await app.page.keyboard.type('yellow')
    await app.expectBest('yellow')
    await app.page.keyboard.press('Escape')
    await app.tags.expect(['red', 'blue'])
    await app.expectBest('red')
  })
  await test.step('and not a reply for an older edit: the last text wins', async () => {
    await app.tags.replace(['green', 'blue'])
    await app.dropPictures([plainPicture('red')])
    await app.choosePicture('red.png')
    await app.whenIdle()
    await app.tags.button('green').focus()
    await app.page.keyboard.press('F2')
    // Each is a word that the model knows; typed at once, so that replies come while the next is on its way.
    const words = ['black', 'white', 'yellow', 'purple', 'brown', 'pink', 'cyan', 'red']
    const field = app.page.getByRole('textbox', { name: 'Edit green' })
    await field.evaluate((input, texts) => {
      const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
      for (const text of texts) {
        setValue?.call(input, text)
        input.dispatchEvent(new Event('input', { bubbles: true }))
      }
    }, words)
    await app.expectBest('red')
    await app.whenIdle()
    await app.expectBest('red')
    await app.page.keyboard.press('Enter')
    await app.tags.expect(['red', 'blue'])
    await app.whenIdle()
    expect((await app.ranking()).map(({ tag }) => tag)).toEqual(['red', 'blue'])
  })
})

test('pictures and tags meet: a count shows its pictures, a picture is dragged onto the tags, a rubber band selects', async ({
  app,
}) => {
  await app.start(['red', 'green'])
  await test.step('a rubber band is drawn beside the pictures, and over them with a key that adds', async () => {
    await app.dropPictures([plainPicture('blue'), plainPicture('red'), plainPicture('green')])
    await app.whenIdle()
    const { mouse, keyboard } = app.page
    const selected = app.grid.getByRole('gridcell', { selected: true })
    const grid = await app.grid.boundingBox()
    const last = await app.grid.getByRole('gridcell').last().boundingBox()
    await mouse.move(grid!.x + grid!.width - 20, last!.y + last!.height + 60)
    await mouse.down()
    await mouse.move(grid!.x + 40, last!.y + 10, { steps: 5 })
    await mouse.up()
    await expect(selected).toHaveCount(3)
    const first = await app.picture('blue.png').boundingBox()
    await app.picture('blue.png').click()
    await expect(selected).toHaveCount(1)
    await keyboard.down('Shift')
    await mouse.move(first!.x + 30, first!.y + 30)
    await mouse.down()
    await mouse.move(last!.x + 40, last!.y + 40, { steps: 5 })
    await mouse.up()
    await keyboard.up('Shift')
    await expect(selected).toHaveCount(3)
    await app.tags.expect(['red', 'green'])
  })
  // A band over pictures once left the page taking whatever is dropped for a drag of its own.
  await test.step('the number beside a tag counts its pictures, and a press shows only them', async () => {
    await app.removePictures()
    await app.dropPictures([plainPicture('red'), plainPicture('pink'), plainPicture('green')])
    await app.whenIdle()
    const red = app.tags.rows.filter({ hasText: 'red' })
    await red.getByRole('button', { name: 'Show only 2 pictures' }).click()
    await expect(app.grid.getByRole('gridcell')).toHaveCount(2)
    await expect(app.picture('green.png')).toHaveCount(0)
    await app.page.getByRole('button', { name: 'Stop showing only red' }).click()
  })
  await test.step('a picture that is dragged onto the tags becomes one, from the grid or from the desktop', async () => {
    await app.removePictures()
    await app.dropPictures([plainPicture('blue'), plainPicture('red')])
    await app.whenIdle()
    await app.picture('blue.png').dragTo(app.page.getByRole('region', { name: 'Tags', exact: true }))
    await app.tags.expect(['red', 'green', 'blue.png'])
    await app.expectBestTag('blue.png', 'blue.png')
    await expect(app.page.locator('[data-tag-drop]')).toHaveCount(0)
    // Let go on a tag, it is decided to be one.
    const { mouse } = app.page
    await app.picture('red.png').hover()
    await mouse.down()
    await app.page.getByRole('region', { name: 'Tags', exact: true }).hover()
    await app.page.locator('[data-tag-target="red"]').hover()
    await mouse.up()
    await expect(app.page.getByRole('img', { name: '1 decided' })).toBeVisible()
    await app.page.keyboard.press('ControlOrMeta+Z')

    await app.dropOnTags([plainPicture('yellow'), plainPicture('black')])
    await app.tags.expect(['red', 'green', 'blue.png', 'yellow.png', 'black.png'])
    await expect(app.grid.getByRole('gridcell')).toHaveCount(2)
    // Both came in one step; over the rest of the page they are pictures as ever.
    await app.page.keyboard.press('ControlOrMeta+Z')
    await app.tags.expect(['red', 'green', 'blue.png'])
    await app.dropPictures([plainPicture('yellow')])
    await expect(app.grid.getByRole('gridcell')).toHaveCount(3)
  })
})

test('tags in any script, of any length and twice in a list are ranked on one picture', async ({ app }) => {
  await app.openAsVisitor()
  const long = `a drawing of a car ${'that goes on '.repeat(770)}`.slice(0, 10_000).trim()
  await app.tags.removeAll()
  await app.tags.paste(
    ['red car', 'سيارة حمراء', '红色的汽车', '🚗', '👩🏽‍🚒', 'Red  CAR', '红色的汽车', long].join('\n'),
  )
  await app.tags.expect(['red car', 'سيارة حمراء', '红色的汽车', '🚗', '👩🏽‍🚒', long])
  await expect(
    app.page.getByText(/Added 6 tags\..*“Red CAR”, “红色的汽车” were there already\./),
  ).toBeVisible()
  await app.whenIdle()
  await expect(app.rankRows).toHaveCount(6)
  const ranking = await app.ranking()
  expect(ranking.map(({ tag }) => tag).toSorted()).toEqual(
    ['red car', 'سيارة حمراء', '红色的汽车', '🚗', '👩🏽‍🚒', long].toSorted(),
  )
  // What the model does not read to its end says so; a row as long as this stays a row.
  await expect(app.tags.rows.filter({ hasText: 'Longer than the model reads' })).toHaveCount(1)
  expect((await app.tags.rows.last().boundingBox())?.height).toBeLessThan(50)
  await app.openAsVisitor()
  await app.tags.expect(['red car', 'سيارة حمراء', '红色的汽车', '🚗', '👩🏽‍🚒', long])
})

test('a hundred sets of one’s own are there again after a reload, and one is taken and taken back', async ({
  app,
}) => {
  await app.open()
  await app.page.evaluate(() => {
    const sets = Array.from({ length: 99 }, (_, i) => ({ name: `Set ${i}`, tags: ['a', `b${i}`] }))
    localStorage.setItem('taglens.tag-sets.1', JSON.stringify(sets))
  })
  await app.tags.replace(['red', '=1+1', '__proto__'])
  const menu = app.page.getByRole('button', { name: 'Tag sets' })
  await menu.click()
  await app.page.getByRole('menuitem', { name: 'Your sets…' }).click()
  await app.page.getByRole('textbox', { name: 'Name of a new set' }).fill('"><script>alert(1)</script>')
  await app.page.keyboard.press('Enter')
  await expect(app.page.getByText('Saved as “"><script>alert(1)</script>”.')).toBeVisible()
  await app.open()
  await app.tags.replace(['green', 'blue'])
  await menu.click()
  await expect(app.page.getByRole('menuitem', { name: /^Set \d+/ })).toHaveCount(99)
  await app.page.getByRole('menuitem', { name: /alert/ }).click()
  await app.tags.expect(['red', '=1+1', '__proto__'])
  await app.page.keyboard.press('ControlOrMeta+Z')
  await app.tags.expect(['green', 'blue'])
})
