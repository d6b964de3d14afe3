import { expect } from '@playwright/test'
import { gradientPicture, plainPicture } from '../support/make-pictures.ts'
import { test } from '../support/test.ts'

test('what is here twice is taken off the list by keyboard, and what lies together on the map is shown in the grid', async ({
  app,
  page,
}) => {
  await app.start(['red', 'blue'])
  const large = { width: 240, height: 180 }
  await app.dropPictures([
    plainPicture('red', 'red.png'),
    plainPicture('red', 'red again.png'),
    gradientPicture('green', 'blue', 'small.png', { width: 120, height: 90 }),
    gradientPicture('green', 'blue', 'large.png', large),
    plainPicture('blue', 'blue.png'),
  ])
  await app.whenIdle()

  await page.getByRole('tab', { name: 'Grid' }).focus()
  await page.keyboard.press('ArrowRight')
  const duplicates = page.getByRole('tab', { name: 'Duplicates 2' })
  await expect(duplicates).toBeFocused()
  await expect(page.getByRole('group', { name: '2 pictures, same bytes' })).toBeVisible()
  const same = page.getByRole('group', { name: '2 pictures, the same in other bytes' })
  await expect(same.getByRole('button', { name: /^large\.png.*Best: most pixels$/ })).toBeVisible()

  await same.getByRole('button', { name: 'These differ' }).click()
  await expect(same).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
  await expect(same).toBeVisible()

  await page.getByRole('button', { name: 'Select the other 2 of all' }).focus()
  await page.keyboard.press('Enter')
  const grid = page.getByRole('grid', { name: 'Pictures' })
  await expect(grid.getByRole('gridcell')).toHaveCount(4)
  await expect(grid.getByRole('gridcell', { selected: true })).toHaveCount(2)
  await grid.focus()
  await page.keyboard.press('Delete')
  await page.getByRole('button', { name: 'Stop showing only Duplicates' }).click()
  await expect(grid.getByRole('gridcell')).toHaveCount(3)
  await expect(app.picture('small.png')).toHaveCount(0)

  await page.getByRole('tab', { name: 'Map' }).click()
  const map = page.getByRole('img', { name: /^Map of 3 pictures/ })
  await page.getByRole('button', { name: 'Draw round pictures' }).click()
  const box = await map.boundingBox()
  if (!box) throw new Error('The map has no place')
  const corner = (x: number, y: number) => [box.x + box.width * x, box.y + box.height * y] as const
  // Beside the buttons, which lie over a corner of the map.
  await page.mouse.move(...corner(0.5, 0.03))
  await page.mouse.down()
  for (const [x, y] of [
    [0.97, 0.03],
    [0.97, 0.97],
    [0.03, 0.97],
    [0.03, 0.03],
  ] as const)
    await page.mouse.move(...corner(x, y), { steps: 3 })
  await page.mouse.up()
  await expect(grid.getByRole('gridcell')).toHaveCount(3)
  await expect(page.getByRole('button', { name: 'Stop showing only Drawn round' })).toBeVisible()
})
