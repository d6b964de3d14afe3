import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium, type Page } from 'playwright'
import type { Executor as AnyExecutor } from '../../../../src/core/runtime/executor.ts'
import { sharedRepositories } from '../../../fixtures/shared-models.ts'
import { startHubServer } from '../../../hosts/hub-server.ts'
import { serveRepository } from '../../../hosts/hub/serve-repository.ts'
import { median } from '../../statistics.ts'
import { ratio, table } from '../figures.ts'
import { peakMemory } from '../measure-load.ts'
import { randomModel } from './random-weights.ts'

type Executor = Exclude<AnyExecutor, 'own-precise'>

/** A later visit: from asking for a model that is kept to its first answer, and the most memory that its page had. */
interface Visit {
  readonly time: number
  /** Bytes; `null` where the system does not tell. */
  readonly peak: number | null
}

/** Later visits by what runs the model's towers. */
export type Visits = Readonly<Record<Executor, readonly Visit[]>>

const MODEL = 'bench/random'
const ROUNDS = 3

/** Whether the weights of both towers are packed and kept: a record of the store's private files names them then. */
const arePackedKept = (page: Page): Promise<boolean> =>
  page.evaluate(async () => {
    let folder = await navigator.storage.getDirectory()
    for (const name of ['taglens', 'models', 'records']) folder = await folder.getDirectoryHandle(name)
    for await (const handle of folder.values()) {
      const text = handle.kind === 'file' ? await (await handle.getFile()).text() : ''
      if (text.split('.packed"').length > 2) return true
    }
    return false
  })

/** Waits for that, which no visit does. */
const keptPacked = async (page: Page): Promise<void> => {
  for (const until = Date.now() + 120_000; !(await arePackedKept(page));) {
    if (Date.now() > until) throw new Error('Packed weights were not kept.')
    await page.waitForTimeout(500)
  }
}

/** One visit in a browser of its own, to a profile that may have the model already. */
const visit = async (
  executablePath: string,
  profile: string,
  { app, hub }: { readonly app: string; readonly hub: string },
  executor: Executor,
  isFirst: boolean,
): Promise<Visit> => {
  const context = await chromium.launchPersistentContext(profile, { executablePath })
  try {
    const page = await context.newPage()
    await page.goto(`${app}?model=none`)
    const time = await page.evaluate(
      async ([id, host, by]) => {
        const startedAt = performance.now()
        const wish = { id, host, dtype: 'q8', device: 'wasm', executor: by } as const
        const model = await window.taglens.loadModel(wish)
        const [vision, text] = [model.executor, 'textExecutor' in model ? model.textExecutor : undefined]
        const ran = (vision?.kind ?? 'onnx-runtime') === by && (text?.kind ?? 'onnx-runtime') === by
        if (!ran) throw new Error(`${by} was asked for, another runs it`)
        return performance.now() - startedAt
      },
      [MODEL, hub, executor] as const,
    )
    if (isFirst && executor === 'own') await keptPacked(page)
    const browser = context.browser()
    return { time, peak: browser && (await peakMemory(browser)) }
  } finally {
    await context.close()
  }
}

/**
 * Later visits with both, in turns; the first visit of each, which downloads, compares and packs, is not counted.
 * @param fixtures whose graphs are given random weights: files of a published model's length
 */
export const measureVisits = async (
  executablePath: string,
  app: string,
  fixtures: string,
): Promise<Visits> => {
  const executors: readonly Executor[] = ['onnx-runtime', 'own']
  const visits: Record<Executor, Visit[]> = { 'onnx-runtime': [], own: [] }
  const folder = await mkdtemp(path.join(tmpdir(), 'visits-'))
  const fixed = sharedRepositories(fixtures).get('bench/vit-b32')
  if (!fixed) throw new Error('the graphs are not there')
  const hub = await startHubServer([serveRepository(MODEL, randomModel(fixed, path.join(folder, 'model')))])
  const hosts = { app, hub: hub.origin }
  const profileOf = (executor: Executor) => path.join(folder, executor)
  try {
    for (const executor of executors) await visit(executablePath, profileOf(executor), hosts, executor, true)
    for (let round = 0; round < ROUNDS; round += 1)
      for (const executor of executors)
        visits[executor].push(await visit(executablePath, profileOf(executor), hosts, executor, false))
  } finally {
    await hub.close()
    await rm(folder, { recursive: true, force: true })
  }
  return visits
}

const peakOfAll = (visits: readonly Visit[]): number =>
  median(visits.flatMap(({ peak }) => (peak === null ? [] : [peak])))
const timeOf = (visits: readonly Visit[]): number => median(visits.map(({ time }) => time))

/** Both beside each other. */
export const visitsTable = ({ 'onnx-runtime': ort, own }: Visits): string =>
  `Visits have files of random weights, of a published model's length, since the others are a few hundred kilobytes that are filled
as they open. Memory is the most of the page's process that was resident, of which the browser's own code is some 140 MB.

${table(
  ['a later visit, both towers', 'ONNX Runtime q8', 'ours', 'share'],
  [
    [
      'ready, from this device',
      `${timeOf(ort).toFixed(0)} ms`,
      `${timeOf(own).toFixed(0)} ms`,
      ratio(timeOf(own) / timeOf(ort)),
    ],
    [
      'most memory of the page',
      `${(peakOfAll(ort) / 1e6).toFixed(0)} MB`,
      `${(peakOfAll(own) / 1e6).toFixed(0)} MB`,
      ratio(peakOfAll(own) / peakOfAll(ort)),
    ],
  ],
)}`
