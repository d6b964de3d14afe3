import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium } from 'playwright'
import type { Executor } from '../../../../src/core/runtime/executor.ts'
import { median } from '../../statistics.ts'
import { ratio, table } from '../figures.ts'
import { peakMemory } from '../measure-load.ts'

/** A later visit: from asking for a model that is kept to its first answer, and the most memory that its page had. */
interface Visit {
  readonly time: number
  /** Bytes; `null` where the system does not tell. */
  readonly peak: number | null
}

/** Later visits by what runs the model's towers. */
export type Visits = Readonly<Record<Executor, readonly Visit[]>>

const MODEL = 'bench/vit-b32'
const ROUNDS = 3

/** One visit in a browser of its own, to a profile that may have the model already. */
const visit = async (
  executablePath: string,
  profile: string,
  { app, hub }: { readonly app: string; readonly hub: string },
  executor: Executor,
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
        const ran = model.executor?.kind ?? 'onnx-runtime'
        if (ran !== by) throw new Error(`${by} was asked for, ${ran} runs it`)
        return performance.now() - startedAt
      },
      [MODEL, hub, executor] as const,
    )
    const browser = context.browser()
    return { time, peak: browser && (await peakMemory(browser)) }
  } finally {
    await context.close()
  }
}

/** Later visits with both, in turns; the first visit of each, which downloads and compares, is not counted. */
export const measureVisits = async (
  executablePath: string,
  hosts: { readonly app: string; readonly hub: string },
): Promise<Visits> => {
  const executors: readonly Executor[] = ['onnx-runtime', 'own']
  const visits: Record<Executor, Visit[]> = { 'onnx-runtime': [], own: [] }
  const folder = await mkdtemp(path.join(tmpdir(), 'visits-'))
  const profileOf = (executor: Executor) => path.join(folder, executor)
  try {
    for (const executor of executors) await visit(executablePath, profileOf(executor), hosts, executor)
    for (let round = 0; round < ROUNDS; round += 1)
      for (const executor of executors)
        visits[executor].push(await visit(executablePath, profileOf(executor), hosts, executor))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  return visits
}

const peakOfAll = (visits: readonly Visit[]): number =>
  median(visits.flatMap(({ peak }) => (peak === null ? [] : [peak])))
const timeOf = (visits: readonly Visit[]): number => median(visits.map(({ time }) => time))

/** Both beside each other. */
export const visitsTable = ({ 'onnx-runtime': ort, own }: Visits): string =>
  table(
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
  )
