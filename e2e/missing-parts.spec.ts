import path from 'node:path'
import { expect } from '@playwright/test'
import { pageFiles } from '../scripts/page-weight.ts'
import { test } from './test.ts'

const begun = pageFiles(path.join(import.meta.dirname, '../dist')).scripts

test('without a script that the page begins with, the page says what to do', async ({ page }) => {
  for (const file of begun) {
    await page.route(`**/${file}`, (route) => route.fulfill({ status: 404 }))
    await page.goto('./')
    await expect(page.locator('#root')).toContainText('reload the page')
    await page.unroute(`**/${file}`)
  }
  await expect(page.getByText('Check the connection, then reload the page.')).toBeVisible()
})
