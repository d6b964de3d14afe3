import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import path from 'node:path'
import { chromium, type Page } from 'playwright'
import { DEFAULT_HUB_ID } from '../../../src/core/model/catalogue/model-names.ts'
import { textVectorsPath, towerPath } from '../../../src/core/model/files/tower-path.ts'
import { freePort } from '../../hosts/free-port.ts'
import { startHubServer } from '../../hosts/hub-server.ts'
import type { HubFile } from '../../hosts/hub/hub-handler.ts'
import { serveRepository } from '../../hosts/hub/serve-repository.ts'
import { fetchModel } from '../../models/fetch-model.ts'
import { openFolder } from '../../models/model-origin.ts'
import { writeModelIndex } from '../../models/write-model-index.ts'
import { writeTextVectors } from '../../models/write-text-vectors.ts'
import { sharedRepositories } from '../../fixtures/shared-models.ts'
import { createStaticServer } from '../../hosts/static-server.ts'
import { longestTask } from './measure-tasks.ts'
import { padModel } from '../padded-model.ts'
import { openSlowLine, type SlowLine } from '../slow-line.ts'

/** 20 Mbit/s, in bytes a second. */
const LINE = 2_500_000

/** What the app may add to the time that the line takes for a model's bytes, in milliseconds. */
export const ADDED_LIMIT_MS = 3000

/** A new user's way from an address to a ranking that means something, in milliseconds. */
export interface FirstPhotograph {
  readonly title: string
  /** From the address to the drawings of a first visit, ranked by Mini. */
  readonly opened: number
  /** From the drop of a photograph to the button that gets a model for it. */
  readonly offered: number
  /** From the press of that button to the photograph's ranking by the model. */
  readonly ranked: number
  /** What the line alone takes for the bytes that came in between. */
  readonly line: number
  /** Work of the page's longest task between press and ranking. */
  readonly worked: number
  /** Presses after the drop. */
  readonly clicks: number
}

interface Way {
  readonly title: string
  readonly folder: string
  /** Where models of the hub come from; `null` where one lies beside the app. */
  readonly hub: string | null
  /** Addresses of the files that a first ranking needs. */
  readonly files: readonly string[]
}

const FILES = ['config.json', 'preprocessor_config.json']
const TOWERS = ['tokenizer.json', 'tokenizer_config.json', towerPath('vision', 'q8'), towerPath('text', 'q8')]

/** Fetches files one after the other, by a program that does nothing else. */
const timeLine = async (addresses: readonly string[]): Promise<number> => {
  const startedAt = performance.now()
  for (const address of addresses) await (await fetch(address)).arrayBuffer()
  return performance.now() - startedAt
}

const setHost = async (page: Page, hub: string): Promise<void> => {
  await page.getByRole('button', { name: /^Model:/ }).click()
  await page.getByRole('radio', { name: 'Choose', exact: true }).check()
  await page.locator('summary', { hasText: 'Host' }).click()
  await page.getByRole('textbox', { name: 'Where models of the hub come from' }).fill(hub)
  await page.getByRole('button', { name: 'Set', exact: true }).click()
  await page.keyboard.press('Escape')
}

const drop = async (page: Page, photograph: string): Promise<void> => {
  const dataTransfer = await page.evaluateHandle(
    (base64) => {
      const transfer = new DataTransfer()
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
      transfer.items.add(new File([bytes], 'photograph.jpg', { type: 'image/jpeg' }))
      return transfer
    },
    readFileSync(photograph, 'base64'),
  )
  for (const event of ['dragenter', 'dragover', 'drop'])
    await page.dispatchEvent('body', event, { dataTransfer })
}

const serve = async (line: SlowLine, { folder }: Way, open: Server[]): Promise<string> => {
  const port = await freePort()
  const server = createStaticServer({ folder, base: '/', kind: 'isolated', compresses: true })
  await new Promise<void>((resolve) => server.listen(port, 'localhost', resolve))
  open.push(server)
  return line.reach(`http://localhost:${port}`)
}

const measureWay = async (
  executablePath: string,
  way: Way,
  app: string,
  line: number,
  photograph: string,
): Promise<FirstPhotograph> => {
  const browser = await chromium.launch({ executablePath })
  try {
    const page = await browser.newPage()
    const timed = async (work: () => Promise<unknown>) => {
      const startedAt = performance.now()
      await work()
      return performance.now() - startedAt
    }
    const opened = await timed(async () => {
      await page.goto(app)
      await page
        .getByRole('button', { name: /percent$/ })
        .nth(2)
        .waitFor()
    })
    if (way.hub !== null) await setHost(page, way.hub)
    const ranking = page.getByRole('region', { name: 'Ranking' })
    const offer = ranking.getByRole('button', { name: /^Get CLIP ViT-B\/32, / })
    const offered = await timed(async () => {
      await drop(page, photograph)
      await offer.click({ trial: true })
    })
    let ranked = 0
    const task = await longestTask(browser, page, way.title, async () => {
      ranked = await timed(async () => {
        await offer.click()
        await ranking.getByRole('list', { name: 'Tags, best first' }).waitFor({ timeout: 5 * 60_000 })
      })
    })
    return { title: way.title, opened, offered, ranked, line, worked: task.worked, clicks: 1 }
  } finally {
    await browser.close()
  }
}

/** Copies the app with the model beside it, as an owner of a site does before the build. */
const layBeside = async (
  app: string,
  files: ReadonlyMap<string, HubFile>,
  folder: string,
): Promise<string> => {
  const [from, site] = [path.join(folder, 'from'), path.join(folder, 'site')]
  rmSync(site, { recursive: true, force: true })
  cpSync(app, site, { recursive: true })
  for (const [name, file] of files) {
    const target = path.join(from, name)
    mkdirSync(path.dirname(target), { recursive: true })
    writeFileSync(target, typeof file === 'object' && 'onDisk' in file ? readFileSync(file.onDisk) : file)
  }
  const silently = () => undefined
  const to = path.join(site, 'models')
  const options = { to, id: DEFAULT_HUB_ID, dtypes: ['q8'], log: silently } as const
  await writeTextVectors(await fetchModel(openFolder(DEFAULT_HUB_ID, from), options), silently)
  await writeModelIndex(to)
  return site
}

/** Walks the way of a new user with a photograph, over a line of 20 Mbit/s, with the sizes of CLIP ViT-B/32 at q8. */
export const measureFirstPhotograph = async (
  executablePath: string,
  dist: string,
  fixtures: string,
): Promise<readonly FirstPhotograph[]> => {
  const cache = path.join(import.meta.dirname, '../../../.cache/bench-photograph')
  const repositories = sharedRepositories(fixtures)
  const standIn = padModel(repositories.get('standin/clip') ?? new Map(), '', path.join(cache, 'stand-in'))
  const compute = padModel(
    repositories.get('bench/vit-b32') ?? new Map(),
    '_quantized',
    path.join(cache, 'compute'),
  )
  const photograph = path.join(fixtures, 'photos/dotnet_pizza.jpg')
  const line = openSlowLine(LINE)
  const servers: Server[] = []
  const hubs = await Promise.all(
    [standIn, compute].map((files) =>
      startHubServer([serveRepository(DEFAULT_HUB_ID, files)], 0, (origin) => line.reach(origin)),
    ),
  )
  const [standInHub = '', computeHub = ''] = await Promise.all(hubs.map(({ origin }) => line.reach(origin)))
  const onHub = (hub: string) =>
    [...FILES, ...TOWERS].map((name) => `${hub}/${DEFAULT_HUB_ID}/resolve/main/${name}`)
  const site = await layBeside(dist, standIn, path.join(cache, 'beside'))
  const ways: readonly Way[] = [
    { title: 'stand-in for CLIP', folder: dist, hub: standInHub, files: onHub(standInHub) },
    {
      title: 'ViT-B/32’s compute at q8',

      folder: dist,
      hub: computeHub,
      files: onHub(computeHub),
    },
    {
      title: 'stand-in, beside the app',

      folder: site,
      hub: null,
      files: [...FILES, textVectorsPath('q8'), towerPath('vision', 'q8')].map(
        (name) => `models/${DEFAULT_HUB_ID}/${name}`,
      ),
    },
  ]
  try {
    const results: FirstPhotograph[] = []
    for (const way of ways) {
      const app = await serve(line, way, servers)
      const taken = await timeLine(way.files.map((file) => new URL(file, `${app}/`).href))
      const result = await measureWay(executablePath, way, `${app}/`, taken, photograph)
      console.log(JSON.stringify(result))
      results.push(result)
    }
    return results
  } finally {
    line.close()
    for (const server of servers) {
      server.close()
      server.closeAllConnections()
    }
    await Promise.all(hubs.map((hub) => hub.close()))
  }
}
