import { readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import type { ApiError } from '../../src/api/api-calls.ts'
import type { Executor } from '../../src/core/runtime/executor.ts'
import type { Device } from '../../src/core/runtime/runtime.ts'
import { lateFiles, pageFiles } from '../../scripts/build/budget/page-weight.ts'
import { AppPage } from '../support/app-page.ts'
import { startDeployedSite } from '../support/deployed-site.ts'
import { tryAgain } from './late-step.ts'
import { lateSteps } from './late-steps.ts'
import {
  damagedJxl,
  formatPicture,
  manyPictures,
  plainPicture,
  svgPicture,
} from '../support/make-pictures.ts'
import { test } from '../support/test.ts'

const DIST = path.join(import.meta.dirname, '../../dist')
const begun = pageFiles(DIST).scripts
const late = new Set(lateFiles(DIST))

/** What only workers load. */
const ofWorkers = readdirSync(path.join(DIST, 'assets'), { recursive: true, encoding: 'utf8' })
  .map((name) => `assets/${name.replaceAll('\\', '/')}`)
  .filter((file) => /\.(js|wasm)$/.test(file) && !begun.includes(file) && !late.has(file))

/**
 * Which of that is never asked for here: hashing on plain http, the runtime for cards where WebAssembly has no JSPI, and
 * what zip.js packs other packs with.
 */
const OF_OTHERS = /\/(index\.esm-|ort\.webgpu\.|ort-wasm-simd-threaded\.asyncify|zip-reader-)/

/** A host that has lost files. */
const loseFiles = async (page: Page, files: Iterable<string>) => {
  const asked = new Set<string>()
  let missing = new Set(files)
  await page.route('**/assets/**', (route) => {
    const file = new URL(route.request().url()).pathname.replace(/^.*\/(?=assets\/)/, '')
    if (!missing.has(file)) return route.fallback()
    asked.add(file)
    return route.fulfill({ status: 404 })
  })
  return {
    /** What was asked for while it was missing. */
    asked,
    /** Brings that back, and nothing else. */
    findAsked: () => {
      missing = new Set([...missing].filter((file) => !asked.has(file)))
    },
  }
}

test('each part of the page may be missing: it says so, and comes when it is asked for again', async ({
  page,
  hub,
}) => {
  // Each of some thirty steps waits for a failure and for another try.
  test.setTimeout(300_000)
  const app = new AppPage(page, hub.origin)
  const uncaught: string[] = []
  page.on('pageerror', ({ message }) => uncaught.push(message))
  const host = await loseFiles(page, late)
  for (const { name, press, failed, again, failures = 1, happened, leave } of lateSteps) {
    await test.step(name, async () => {
      let known = host.asked.size
      await press(app)
      for (let failure = 1; failure <= failures; failure += 1) {
        await expect.poll(() => host.asked.size, 'takes code that nothing before has').toBeGreaterThan(known)
        await (failed ? failed(app) : expect(tryAgain(page).last()).toBeVisible())
        await expect(page.locator('#root')).not.toBeEmpty()
        known = host.asked.size
        host.findAsked()
        if (again) await again(app)
        // From the last, since each goes with its press.
        else for (const button of (await tryAgain(page).all()).reverse()) await button.click()
      }
      await happened(app)
      await leave?.(app)
    })
  }
  expect(
    [...late].filter((file) => !host.asked.has(file)),
    'parts that no step takes',
  ).toEqual([])
  expect(uncaught).toEqual([])
})

test('each part of the workers may be missing: it says so, and comes when it is asked for again', async ({
  page,
  hub,
}) => {
  const app = new AppPage(page, hub.origin)
  const host = await loseFiles(page, ofWorkers)
  // In the panel and in the strip behind it, or in the strip alone.
  const notLoaded = page.getByText('PART_NOT_LOADED').first()
  await app.open({ testing: true })
  await app.dropPictures([plainPicture('red')])

  await test.step('a model, chosen by hand', async () => {
    await app.chooseModelByHand('test/colours')
    await expect(notLoaded).toBeVisible()
    host.findAsked()
    await page.locator('[data-model-panel]').getByRole('button', { name: 'Retry' }).click()
    await page.getByRole('button', { name: /^Download/ }).click()
    // Beside the ranking: the panel has closed with the press.
    await expect(notLoaded).toBeVisible()
    host.findAsked()
    await page.getByRole('button', { name: 'Retry' }).click()
  })

  /** Asks until it is there; each refusal is for what was not asked for before. */
  const ask = (name: string, attempt: () => Promise<unknown>) =>
    test.step(name, async () => {
      for (let known = -1; known < host.asked.size;) {
        known = host.asked.size
        const code = await attempt()
        if (code === 'done') return
        expect(code).toBe('PART_NOT_LOADED')
        host.findAsked()
      }
      throw new Error('It fails though all that it asked for is there.')
    })
  const load =
    (device: Device, executor: Executor = 'onnx-runtime') =>
    () =>
      page.evaluate(
        (source) =>
          window.taglens.loadModel(source).then(
            () => 'done',
            (error: unknown) => (error as ApiError).code,
          ),
        { baseUrl: app.modelUrl('test/colours'), device, executor },
      )
  await ask('a model on the CPU', load('wasm'))
  await ask('a model on our own kernels', load('wasm', 'own'))
  await test.step('a picture', async () => {
    const ranking = page.getByRole('region', { name: 'Ranking' })
    await expect(ranking.getByText('PART_NOT_LOADED')).toBeVisible()
    host.findAsked()
    await ranking.getByRole('button', { name: 'Retry' }).click()
    await app.expectStatus('1 picture ranked')
  })
  await test.step('a classifier of one’s own', async () => {
    await app.tags.replace(['red', 'green'])
    await app.dropPictures([plainPicture('green')])
    await app.expectStatus('2 pictures ranked')
    await page.getByRole('button', { name: 'Say what it is' }).click()
    for (const colour of ['red', 'green']) {
      await app.choosePicture(`${colour}.png`)
      await page.getByRole('button', { name: `${colour}, 0 examples` }).click()
    }
    const ranking = page.getByRole('region', { name: 'Ranking' })
    await expect(ranking.getByText('PART_NOT_LOADED')).toBeVisible()
    host.findAsked()
    await ranking.getByRole('button', { name: 'Retry' }).click()
    await expect(ranking.getByText(/^2 examples\./)).toBeVisible()
  })
  await test.step('a long list of pictures', async () => {
    await app.dropPictures(manyPictures(45))
    await expect(tryAgain(page)).toBeVisible()
    host.findAsked()
    await tryAgain(page).click()
    await app.whenIdle()
    await expect(tryAgain(page)).toHaveCount(0)
  })
  for (const picture of [
    ...['heic/plain.heic', 'tiff/tiles-lzw.tif', 'raw/turned.cr2'].map(formatPicture),
    svgPicture(),
    damagedJxl(),
  ])
    await ask(picture.name, async () => {
      const code = await page.evaluate(
        async ([name, base64]) => {
          const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
          const [record] = await window.taglens.classify([new File([bytes], name)], { labels: ['red'] })
          return record && 'error' in record ? record.error.code : 'done'
        },
        [picture.name, picture.buffer.toString('base64')] as const,
      )
      return code === 'IMAGE_DECODE_FAILED' ? 'done' : code
    })
  await ask('what a label hangs on, at a glance', () =>
    page.evaluate(
      ([name, base64]) => {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
        return window.taglens
          .explain(new File([bytes], name), { labels: ['red', 'green'], method: 'dense' })
          .then(
            () => 'done',
            (error: unknown) => (error as ApiError).code,
          )
      },
      ['red.png', plainPicture('red').buffer.toString('base64')] as const,
    ),
  )
  await ask('a model on a graphics card', load('webgpu'))
  expect(await page.evaluate(() => window.taglens.model())).toMatchObject({
    device: 'webgpu',
    demotedFrom: null,
  })
  await ask('a pack', () =>
    page.evaluate(() =>
      window.taglens.models
        .list()
        .then(([model]) => window.taglens.models.export(model!.key))
        .then(
          () => 'done',
          (error: unknown) => (error as ApiError).code,
        ),
    ),
  )
  expect(
    ofWorkers.filter((file) => !host.asked.has(file) && !OF_OTHERS.test(file)),
    'parts of workers that no step takes',
  ).toEqual([])
})

test('a part that a newer version has replaced leads to that version, with the pictures', async ({
  page,
  hub,
}) => {
  const site = await startDeployedSite()
  await page.goto(site.url)
  const app = new AppPage(page, hub.origin)
  await app.tags.replace(['red', 'blue'])
  await app.dropPictures([plainPicture('red'), plainPicture('blue')])
  await app.expectStatus('2 pictures ranked')

  await site.deploy('B')
  await page.getByRole('button', { name: 'Keys' }).click()
  const failure = page.getByRole('alertdialog')
  await expect(failure).toContainText('A part of the page could not be loaded.')
  await failure.getByRole('button', { name: 'Reload now' }).click()
  await expect(page).toHaveTitle('Taglens B')
  // What was asked for is there.
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
  await page.keyboard.press('Escape')
  await app.expectStatus('2 pictures ranked')
  await app.tags.expect(['red', 'blue'])
  await site.close()
})

test('without a script that the page begins with, the page says what to do', async ({ page }) => {
  // The script that says so is not of the app, which starts without it.
  for (const file of begun.filter((name) => name !== 'start-check.js')) {
    await page.route(`**/${file}`, (route) => route.fulfill({ status: 404 }))
    await page.goto('./')
    await expect(page.getByRole('alert')).toContainText('load the page again')
    await page.unroute(`**/${file}`)
  }
  // Nor does it take any script to say so in the end.
  await page.route('**/*.js', (route) => route.fulfill({ status: 404 }))
  await page.goto('./')
  await expect(page.getByText('Check the connection, then load the page again.')).toBeVisible()
})
