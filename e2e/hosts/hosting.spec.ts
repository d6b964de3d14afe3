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

/** What the engine's workers ask for, and the drawings that it ranks; the rest of a first visit is the page's. */
const OF_ENGINE = /\/assets\/(worker-|ort[.-]|rolldown-runtime)|\/models\/|\/samples\//

test('a first visit without engine and drawings takes at most 262 kB of the line', async ({ page }, {
  config,
}) => {
  const files: Promise<{ readonly name: string; readonly size: number }>[] = []
  page.on('requestfinished', (request) => {
    const { pathname } = new URL(request.url())
    if (OF_ENGINE.test(pathname)) return
    files.push(request.sizes().then(({ responseBodySize }) => ({ name: pathname, size: responseBodySize })))
  })
  await page.goto(String(config.metadata.plainUrl))
  await page.evaluate(() => window.taglens.whenIdle())
  const sizes = await Promise.all(files)
  const bytesOf = (kind: RegExp) =>
    sizes.filter(({ name }) => kind.test(name)).reduce((sum, { size }) => sum + size, 0)
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`
  const summary = [
    `${kilobytes(bytesOf(/./))} compressed in ${sizes.length} files`,
    `page ${kilobytes(bytesOf(/\/$/))}`,
    `scripts ${kilobytes(bytesOf(/\.js$/))}`,
    `styles ${kilobytes(bytesOf(/\.css$/))}`,
    `font ${kilobytes(bytesOf(/\.woff2$/))}`,
    `icons ${kilobytes(bytesOf(/\.(png|svg|ico)$/))}`,
  ].join(', ')
  console.log(`first visit without engine and drawings: ${summary}`)
  // Each kind is there: nothing was overlooked.
  for (const kind of [/\/$/, /\.js$/, /\.css$/, /\.woff2$/])
    expect(bytesOf(kind), `${kind.source} of ${summary}`).toBeGreaterThan(500)
  expect(bytesOf(/./), `Over 262 kB: ${summary}`).toBeLessThanOrEqual(262_000)
})
