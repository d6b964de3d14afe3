import { expect } from '@playwright/test'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { mappedClasses } from '../../src/core/tasks/fixed-labels/imagenet/class-layout.ts'
import type { Category } from '../../src/core/tasks/fixed-labels/imagenet/category.ts'
import { requireFixtures, test } from '../support/test.ts'

const fixtures = requireFixtures()

test.describe.configure({ timeout: 240_000 })

/** Photographs that show one thing which ImageNet has, and the classes by index that name it. */
const shown: readonly (readonly [photo: string, classes: readonly number[]])[] = [
  ['dotnet_broccoli.jpg', [937]],
  ['dotnet_pizza.jpg', [963]],
  // Tree frog, bullfrog, tailed frog.
  ['nextcloud_Frog.jpg', [30, 31, 32]],
  // The great apes and the siamang.
  ['nextcloud_Gorilla.jpg', [365, 366, 367, 369]],
  ['nextcloud_Library.jpg', [624]],
  ['nextcloud_Toucan.jpg', [96]],
  // A man at a camera on a tripod.
  ['skimage_camera.png', [759, 872]],
  // Tabby, tiger cat, Egyptian cat.
  ['skimage_chelsea.png', [281, 282, 285]],
  // Coffee mug, espresso, cup.
  ['skimage_coffee.png', [504, 967, 968]],
  // Missile, projectile, space shuttle.
  ['skimage_rocket.jpg', [657, 744, 812]],
  ['wp2025_book-image.webp', [921]],
  // A yellow flower with rays.
  ['wp2025_category-sunflowers.webp', [985]],
  ['wp2025_coral-square.webp', [973]],
  ['wp2025_ruins-image.webp', [483, 500]],
]

/** Where cars are in the photographs of a road, in pixels. */
const carsOnTheRoad = [
  { photo: 'udacity_road_test1.jpg', left: 780, top: 370, width: 200, height: 160 },
  { photo: 'udacity_road_test1.jpg', left: 740, top: 340, width: 280, height: 220 },
  { photo: 'udacity_road_test3.jpg', left: 780, top: 370, width: 200, height: 150 },
]

const best = <Entry extends { readonly probability: number }>(entries: readonly Entry[] | null) =>
  entries?.toSorted((a, b) => b.probability - a.probability)[0]

test('every class that was decided on has ImageNet’s name at its index', () => {
  const labels = readFileSync(path.join(fixtures, 'imagenet/imagenet_labels.txt'), 'utf8').split('\n')
  for (const [index, name] of mappedClasses) expect(labels[index + 1]?.split(',')[0]).toBe(name)
})

test('photographs: what is plainly on them is the likeliest class, and cars on a road come down to "car"', async ({
  app,
  hub,
}) => {
  await app.open()
  expect(await app.loadModel('imagenet/mobilenet', 'wasm')).toHaveProperty('categories.length', 1001)
  await test.step('what is plainly on them is the likeliest class', async () => {
    const records = await app.page.evaluate(
      (addresses) => window.taglens.classifyFixed(addresses),
      shown.map(([photo]) => `${hub.origin}/photos/${photo}`),
    )
    for (const [i, [photo, classes]] of shown.entries()) {
      const record = records[i]!
      const top = 'classes' in record ? record.classes[0] : null
      // The background class comes first.
      expect(classes, `${photo} is ${top?.label ?? 'nothing'}`).toContain((top?.class_id ?? 0) - 1)
    }
    const categoryOf = (photo: string): Category | undefined => {
      const record = records[shown.findIndex(([name]) => name === photo)]
      return record && 'categories' in record ? best(record.categories)?.label : undefined
    }
    expect(categoryOf('wp2025_book-image.webp')).toBe('document')
    expect(categoryOf('nextcloud_Toucan.jpg')).toBe('other')
    expect(categoryOf('skimage_rocket.jpg')).toBe('other')
  })
  await test.step('cars on a road come down to "car", of whatever kind they are', async () => {
    const records = await app.page.evaluate(
      async ([origin, cars]) => {
        const crops = cars.map(async ({ photo, left, top, width, height }) => {
          const file = await (await fetch(`${origin}/photos/${photo}`)).blob()
          const bitmap = await createImageBitmap(file, left, top, width, height)
          const canvas = new OffscreenCanvas(width, height)
          canvas.getContext('2d')?.drawImage(bitmap, 0, 0)
          bitmap.close()
          return canvas.convertToBlob()
        })
        return window.taglens.classifyFixed(await Promise.all(crops))
      },
      [hub.origin, carsOnTheRoad] as const,
    )
    for (const record of records) {
      const { categories = null } = 'categories' in record ? record : {}
      expect(best(categories)).toMatchObject({ label: 'car' })
      // Kinds of cars share the probability; no one of them has as much as all together.
      const [first] = 'classes' in record ? record.classes : []
      expect(best(categories)?.probability).toBeGreaterThan(first?.probability ?? 1)
    }
  })
})
