import { wrap } from 'comlink'
import { createEngineClient } from '../../../src/client/create-engine-client'
import { measureModel } from '../../../src/client/measure/measure-model'
import { drawTestPicture } from '../../../src/client/measure/test-picture'
import { createModelStore } from '../../../src/client/models/create-model-store'
import {
  spawnInferenceWorker,
  spawnPixelWorker,
  spawnStoreWorker,
} from '../../../src/client/workers/spawn-worker'
import type { Milliseconds, UnitVector } from '../../../src/core/brands'
import { engineVersion, type AppBuild } from '../../../src/core/site/app-build'
import type { Outcome } from '../../../src/core/errors/outcome'
import type { Measurement } from '../../../src/core/runtime/measure/measurement'
import { choiceOf } from '../../../src/core/model/model-choice'
import type { ModelSource } from '../../../src/core/model/model-source'
import type { Device } from '../../../src/core/runtime/runtime'
import { probeCapabilities } from '../../../src/platform/device/probe-capabilities'
import { trustOwnScripts } from '../../../src/platform/trusted-scripts'
import type { Levers } from './levers-worker'
import { measurePixelWorkers } from './pixel-workers'
import { LEVERS, type LeverRow, type PageResult, type PipelineRow } from './page-result'

/** Put in by the build. */
declare const TAGLENS_BUILD: AppBuild

/** What the folder holds beside the page; written by the build. */
interface Listing {
  /** Folders of models, in the hub's layout. */
  readonly models: readonly string[]
  /** Graphs for the levers; empty without fixtures. */
  readonly graphs: readonly string[]
}

const seconds = (count: number) => (count * 1000) as Milliseconds
const parameters = new URLSearchParams(location.search)
const never = new AbortController().signal
const ignore = () => undefined
const page = new URL('./', location.href).href

const forgetful = <T>(empty: T) => ({ read: () => empty, write: ignore })

const createEngine = () => {
  const goldens = new Map<string, readonly UnitVector[]>()
  return createEngineClient({
    spawnPixelWorker,
    spawnInferenceWorker,
    models: createModelStore(spawnStoreWorker, { silence: seconds(60), answer: seconds(120) }),
    probeCapabilities,
    preferredDevice: 'auto',
    publishedGoldens: '',
    goldens: {
      keys: () => [],
      read: (key) => goldens.get(key) ?? null,
      write: (key, value) => goldens.set(key, value),
    },
    demotions: forgetful([]),
    engineVersion: engineVersion(TAGLENS_BUILD),
    mostWorkers: 4,
    allowFallbackAdapter: parameters.has('software'),
    deadlines: { picture: seconds(20), run: seconds(60), load: seconds(180) },
  })
}

/** As many files as asked for of one drawing, each a file of its own, so that nothing comes from a cache. */
const photographs = async (count: number, width: number, height: number): Promise<readonly Blob[]> => {
  const picture = await drawTestPicture(width, height)
  return Array.from({ length: count }, (_, i) => new Blob([picture, `${i}`], { type: picture.type }))
}

const measureLevers = async (graphs: readonly string[]): Promise<readonly LeverRow[]> => {
  const rows: LeverRow[] = []
  for (const graph of graphs)
    for (const lever of LEVERS)
      for (const batch of [1, 4, 16, 32]) {
        // A worker each: a card's memory comes back no other way.
        // eslint-disable-next-line no-restricted-syntax -- The levers are measured without the app's engine.
        const worker = new Worker(new URL('./levers-worker.ts', import.meta.url), { type: 'module' })
        const url = new URL(graph, page).href
        const silence = new Promise<{ kind: 'failed'; detail: string }>((resolve) => {
          setTimeout(() => resolve({ kind: 'failed', detail: 'no answer in 20 s' }), 20_000)
        })
        rows.push({
          graph,
          lever,
          batch,
          time: await Promise.race([wrap<Levers>(worker).measure(url, lever, batch), silence]),
        })
        worker.terminate()
      }
  return rows
}

const measurePipeline = async (
  source: ModelSource,
  device: Device,
  files: readonly Blob[],
  megapixels: number,
): Promise<{ readonly row: PipelineRow | null; readonly deviceLoss: string | null }> => {
  const engine = createEngine()
  try {
    const loaded = await engine.load(choiceOf(source, { device }), { signal: never, onProgress: ignore })
    if (loaded.kind !== 'done') return { row: null, deviceLoss: null }
    const model = loaded.value
    await engine.embedPicture(files[0] ?? new Blob(), 'photo', { signal: never })
    const startedAt = performance.now()
    await Promise.all(files.slice(1).map((file) => engine.embedPicture(file, 'photo', { signal: never })))
    const perSecond = ((files.length - 1) * 1000) / (performance.now() - startedAt)
    const row = {
      model: model.name,
      device: model.device,
      dtype: model.dtype.vision,
      megapixels,
      pictures: files.length - 1,
      perSecond,
    }
    if (model.device !== 'webgpu') return { row, deviceLoss: null }
    await engine.faults.loseDevice()
    const [after] = await photographs(1, 800, 600)
    const answer = await engine.embedPicture(
      new Blob([after ?? '', 'lost'], { type: 'image/jpeg' }),
      'photo',
      { signal: never },
    )
    const now = engine.model()
    const state = answer.kind === 'failed' ? answer.error.code : answer.kind
    return {
      row,
      deviceLoss: `${state} on ${now?.device} ${now?.dtype.vision}, ${engine.stats().workersReplaced} replaced`,
    }
  } finally {
    engine.close()
  }
}

const describeAdapter = async (): Promise<PageResult['adapter']> => {
  const adapter = await (navigator as { gpu?: GPU }).gpu?.requestAdapter({
    powerPreference: 'high-performance',
  })
  if (!adapter) return null
  const { vendor, architecture, device, description } = adapter.info
  const features = [...adapter.features].sort().join(' ')
  return { vendor, architecture, device, description, features }
}

/** Whether a part is to be measured: `?parts=models,pixels,levers`, all without it. */
const isWanted = (part: 'models' | 'pixels' | 'levers'): boolean =>
  parameters.get('parts')?.split(',').includes(part) ?? true

const measureAll = async (say: (what: string) => void): Promise<PageResult> => {
  const startedAt = performance.now()
  const listing = (await (await fetch(new URL('listing.json', page))).json()) as Listing
  const wanted = parameters.get('models')?.split(',')
  const models = listing.models.filter((folder) => !wanted || wanted.includes(folder.replace('models/', '')))
  const graphs = parameters.get('graphs')?.split(',') ?? listing.graphs
  const sources = models.map((folder): ModelSource => ({ kind: 'app', baseUrl: new URL(folder, page).href }))
  const measurements: Outcome<Measurement>[] = []
  for (const source of isWanted('models') ? sources : []) {
    const engine = createEngine()
    measurements.push(
      await measureModel(engine.trials, source, {
        signal: never,
        ...(parameters.has('budget') && { budget: Number(parameters.get('budget')) as Milliseconds }),
        onProgress: ({ rung, index, count }) => {
          say(
            `${source.kind === 'app' ? source.baseUrl : ''}: ${rung.device} ${rung.dtype}, ${index + 1} of ${count}`,
          )
        },
      }),
    )
    engine.close()
  }
  const adapter = await describeAdapter()
  const withCard =
    adapter !== null &&
    (parameters.has('software') || (await probeCapabilities(true)).gpu.kind === 'hardware')
  say('pixel workers')
  const large = isWanted('pixels') ? await photographs(33, 4000, 3000) : []
  const pixelWorkers = isWanted('pixels') ? await measurePixelWorkers(large.slice(1)) : []
  const pipeline: PipelineRow[] = []
  let deviceLoss: string | null = null
  const whole = sources.at(-1)
  if (whole && isWanted('pixels'))
    for (const device of withCard ? (['webgpu', 'wasm'] as const) : (['wasm'] as const))
      for (const [width, height] of [
        [4000, 3000],
        [1152, 864],
      ] as const) {
        say(`the whole way: ${device}, ${width} x ${height}`)
        const files = width === 4000 ? large : await photographs(65, width, height)
        const measured = await measurePipeline(whole, device, files, (width * height) / 1e6)
        if (measured.row) pipeline.push(measured.row)
        deviceLoss ??= measured.deviceLoss
      }
  say('levers')
  const levers = withCard && isWanted('levers') ? await measureLevers(graphs) : []
  return {
    version: 1,
    build: TAGLENS_BUILD,
    adapter,
    measurements,
    levers,
    pixelWorkers,
    pipeline,
    deviceLoss,
    seconds: (performance.now() - startedAt) / 1000,
  }
}

// A host may ask for it, as the app's own policy does.
trustOwnScripts(page)

const start = async () => {
  const output = document.querySelector('pre') ?? document.body
  const say = (what: string) => {
    output.textContent = what
    console.log(what)
  }
  document.title = 'measuring'
  // `--dump-dom` waits for the page to load, and a page loads for as long as a document in a frame of it is open.
  const frame = document.body.appendChild(document.createElement('iframe'))
  frame.hidden = true
  frame.contentDocument?.open()
  let result: unknown
  try {
    result = await measureAll(say)
  } catch (error) {
    result = { failed: String(error) }
  }
  const text = JSON.stringify(result, null, 1)
  if (parameters.has('run')) document.body.textContent = text
  else output.textContent = text
  document.title = 'done'
  frame.contentDocument?.close()
  frame.remove()
}

const button = document.querySelector('button')
button?.addEventListener('click', () => {
  button.disabled = true
  void start()
})
if (parameters.has('run')) void start()
