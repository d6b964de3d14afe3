import type { Bytes } from '../brands'
import { type Measurement, measurementLines } from '../runtime/measure/measurement'
import { readsWords, type LoadedModel } from '../model/loaded-model'
import type { ExecutorFacts } from '../runtime/executor'
import { selfCheckLine } from '../runtime/self-check/judge-probe'
import type { Capabilities, GpuCapability } from '../runtime/capabilities'
import type { AppBuild } from './app-build'
import type { PageFault } from './page-fault'
import type { TaglensErrorCode } from '../errors/taglens-error'

/** What the browser tells of itself and its machine. */
export interface DeviceFacts {
  readonly userAgent: string
  readonly capabilities: Capabilities
  readonly serviceWorker: 'active' | 'not in use' | 'not offered'
  /** `null` where the browser does not say. */
  readonly storageUsed: Bytes | null
  readonly storageQuota: Bytes | null
}

/** What a report of a problem says. Nothing about pictures or tags, nor a name or address of either. */
export interface Diagnostics {
  readonly build: AppBuild
  readonly device: DeviceFacts
  readonly model: LoadedModel | null
  /** What was measured since the page was opened; `null` where nothing was. */
  readonly measurement: Measurement | null
  readonly workersReplaced: number
  readonly pictures: number
  readonly errors: readonly TaglensErrorCode[]
  readonly faults: readonly PageFault[]
}

const megabytes = (bytes: Bytes | null): string =>
  bytes === null ? 'unknown' : `${Math.round(bytes / 1e6)} MB`

const gpuLine = (gpu: GpuCapability): string => {
  switch (gpu.kind) {
    case 'none':
      return 'none'
    case 'fallback':
      return `${gpu.adapter} (software)`
    case 'hardware':
      return `${gpu.adapter}${gpu.shaderF16 ? ', fp16' : ''}`
  }
}

const precisionOf = (model: LoadedModel): string =>
  model.dtype.text === undefined ? model.dtype.vision : `${model.dtype.vision}/${model.dtype.text}`

const executorOf = (what: string, executor: ExecutorFacts | undefined): string =>
  !executor
    ? ''
    : executor.kind === 'own'
      ? `, own kernels for ${what} (${executor.precision}), distance ${executor.distance?.toPrecision(2) ?? 'known'}`
      : `, own kernels for ${what} refused: ${executor.refused}`

const executorsOf = (model: LoadedModel): string =>
  executorOf('pictures', model.executor) +
  executorOf('prompts', readsWords(model) ? model.textExecutor : undefined)

/** A model from a folder of one's own may have a telling name; its address is left out in any case. */
const modelLines = (model: LoadedModel): readonly string[] => [
  `model: ${model.id} ${model.revision} ${precisionOf(model)}`.trim(),
  `runs on: ${model.device}, ${model.threads} threads${executorsOf(model)}`,
  `recipe: ${model.recipe.key}`,
  `self-check: ${selfCheckLine(model.selfCheck)}`,
]

const countCodes = (codes: readonly TaglensErrorCode[]): string => {
  const counts = new Map<string, number>()
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1)
  return [...counts].map(([code, count]) => `${code} x${count}`).join(', ')
}

const faultLines = ({ what, stack, count }: PageFault): readonly string[] => [
  `fault x${count}: ${what}`,
  ...stack.map((frame) => `  ${frame}`),
]

/** The report as lines of text, for a person to read before they send it. English, as reports are. */
export const formatDiagnostics = (diagnostics: Diagnostics): string => {
  const { build, device, model, measurement, workersReplaced, pictures, errors, faults } = diagnostics
  const { capabilities } = device
  return [
    `Taglens ${build.version}, commit ${build.commit} of ${build.date}, onnxruntime ${build.onnxRuntime}`,
    `browser: ${device.userAgent}`,
    `cores: ${capabilities.cores}, memory: ${capabilities.memoryGigabytes ?? 'unknown'} GB`,
    `graphics: ${gpuLine(capabilities.gpu)}`,
    `isolated: ${capabilities.isolated ? 'yes' : 'no'}, JSPI: ${capabilities.jspi ? 'yes' : 'no'}`,
    `service worker: ${device.serviceWorker}`,
    `storage: ${megabytes(device.storageUsed)} of ${megabytes(device.storageQuota)}`,
    ...(model ? modelLines(model) : ['model: none']),
    ...(measurement ? measurementLines(measurement) : []),
    `workers replaced: ${workersReplaced}`,
    `pictures: ${pictures}`,
    `errors: ${errors.length === 0 ? 'none' : countCodes(errors)}`,
    ...faults.flatMap(faultLines),
  ].join('\n')
}
