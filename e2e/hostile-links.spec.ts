import { expect } from '@playwright/test'
import { test } from './test.ts'

test('an address turns on nothing of the tests', async ({ app }) => {
  await app.page.goto('./?model=none&testing&workers=1')
  const settings = await app.page.evaluate(async () => {
    await window.taglens.ready
    return { faults: window.taglens.testing, marker: window.taglensTesting }
  })
  expect(settings).toEqual({})
})
