import { expose } from 'comlink'
import type { Device } from '../../../core/runtime/runtime'
import { openRuntime } from '../../ort/open-runtime'

/** A picture and graphs for it. */
interface GraphRuns {
  readonly graphs: readonly Uint8Array<ArrayBuffer>[]
  readonly device: Device
  readonly pixels: Float32Array<ArrayBuffer>
  readonly side: number
}

type Outputs = ReadonlyMap<string, Float32Array>

/** Every output that each graph gives of a picture, by its name; `null` where this machine has no such device. */
const outputsOf = async ({ graphs, device, pixels, side }: GraphRuns): Promise<readonly Outputs[] | null> => {
  const opened = await openRuntime({
    source: { kind: 'disk', id: 'test' },
    revision: '',
    files: { kind: 'blobs', blobs: new Map() },
    kept: true,
    runtime: { device, build: device === 'wasm' ? 'wasm' : 'webgpu', threads: 1, dtypes: [], textDtypes: [] },
    dtype: null,
    allowFallbackAdapter: true,
    towers: 'vision',
    fault: null,
    gpuBatches: [1],
  })
  if (opened.kind !== 'done') return null
  const runtime = opened.value
  const all: Outputs[] = []
  for (const bytes of graphs) {
    const session = await runtime.openSession({ path: 'test', bytes, data: [] }, 'device')
    if (session.kind !== 'done') throw new Error(JSON.stringify(session))
    const [input = ''] = session.value.inputNames
    const picture = new runtime.ort.Tensor('float32', pixels, [1, 3, side, side])
    const results = Object.entries(await session.value.run({ [input]: picture }))
    const outputs = results.map(([name, { data }]) => {
      if (!(data instanceof Float32Array)) throw new TypeError(`${name} is not of 32 bits`)
      return [name, Float32Array.from(data)] as const
    })
    all.push(new Map(outputs))
    await runtime.closeSession(session.value)
  }
  await runtime.close()
  return all
}

const api = { outputsOf }

/** What the worker of the tests does. */
export type GraphWorker = typeof api

// The inference worker of the tests: the same runtime, of which all outputs are told.
expose(api)
