import { expect, test } from '@playwright/test'

const hosts = [
  { host: 'a host with isolation headers', isIsolated: true },
  { host: 'a host that sends no headers, as GitHub Pages', isIsolated: false },
]

for (const { host, isIsolated } of hosts) {
  test(`the page opens under a path of ${host}`, async ({ page, baseURL }, { config }) => {
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('response', (response) => {
      if (!response.ok()) complaints.push(`${response.status()} ${response.url()}`)
    })
    await page.goto(isIsolated ? baseURL! : String(config.metadata.plainUrl))
    await expect(page.getByRole('heading', { name: 'Taglens' })).toBeVisible()
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(isIsolated)
    expect(complaints).toEqual([])
  })
}

test('an address with nothing behind it leads back to the app', async ({ page }, { config }) => {
  const lost = await page.goto(`${String(config.metadata.plainUrl)}lost`)
  expect(lost?.status()).toBe(404)
  await page.getByRole('link', { name: 'Open Taglens' }).click()
  await expect(page).toHaveURL(String(config.metadata.plainUrl))
  await expect(page.getByRole('heading', { name: 'Taglens', exact: true })).toBeVisible()
})

test('the page without its engine takes at most 250 kB of the line', async ({ page }, { config }) => {
  const sizes: Promise<number>[] = []
  page.on('requestfinished', (request) => {
    sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize))
  })
  await page.goto(`${String(config.metadata.plainUrl)}?model=none`, { waitUntil: 'networkidle' })
  const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
  console.log(`first transfer: ${(total / 1000).toFixed(1)} kB compressed, ${sizes.length} files`)
  expect(total).toBeGreaterThan(50_000)
  expect(total).toBeLessThanOrEqual(250_000)
})
