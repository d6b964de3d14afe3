import type { Bytes, Milliseconds } from '../../core/brands'
import type { LoadedModel, LoadProgress, ModelSource } from '../../core/model/loaded-model'
import { modelFileUrl, sourceName } from '../../core/model/model-source'
import { done, failed, type Outcome } from '../../core/outcome'
import type { Recipe } from '../../core/recipe'
import type { LoadRequest } from '../../protocol/inference-api'
import { fetchJson } from '../hub/fetch-file'
import { parseModelConfig, type ModelConfig } from '../hub/model-config'
import { parsePreprocessorConfig } from '../hub/preprocessor-config'
import { createProgressMeter } from '../hub/progress-meter'
import { openTower, type TowerFile } from '../hub/tower-files'
import { createTokenizer, type Tokenizer } from '../text/tokenizer'
import { openSessions, type Sessions } from './open-sessions'
import { createTextTower, type TextTower } from './text-tower'
import { createVisionTower, type VisionTower } from './vision-tower'

/** A model in memory, ready to run. Ends with its worker. */
export interface RunningModel {
  readonly facts: LoadedModel
  readonly vision: VisionTower
  readonly text: TextTower
  readonly sessions: Sessions
}

interface SmallFiles {
  readonly config: ModelConfig
  readonly recipe: Recipe
  readonly tokenizer: Tokenizer
}

const readSmallFiles = async (source: ModelSource, signal: AbortSignal): Promise<Outcome<SmallFiles>> => {
  const read = (path: string) => fetchJson(modelFileUrl(source, path), signal)
  const [config, preprocessor, tokenizerJson, tokenizerConfig] = await Promise.all([
    read('config.json'),
    read('preprocessor_config.json'),
    read('tokenizer.json'),
    read('tokenizer_config.json'),
  ])
  if (config.kind !== 'done') return config
  if (preprocessor.kind !== 'done') return preprocessor
  if (tokenizerJson.kind !== 'done') return tokenizerJson
  if (tokenizerConfig.kind !== 'done') return tokenizerConfig
  const parsed = parseModelConfig(config.value, modelFileUrl(source, 'config.json'))
  if (parsed.kind !== 'done') return parsed
  const recipe = parsePreprocessorConfig(preprocessor.value)
  if (recipe.kind !== 'done') return recipe
  const tokenizer = await createTokenizer(tokenizerJson.value, tokenizerConfig.value, parsed.value.maxTokens)
  if (tokenizer.kind !== 'done') return tokenizer
  return done({ config: parsed.value, recipe: recipe.value, tokenizer: tokenizer.value })
}

interface Graphs {
  readonly vision: TowerFile & { readonly bytes: Uint8Array<ArrayBuffer> }
  readonly text: TowerFile & { readonly bytes: Uint8Array<ArrayBuffer> }
}

/** Opens both graphs before it reads either, so that the total is known when the first byte is counted. */
const readGraphs = async (
  { source, runtime, dtype }: LoadRequest,
  onProgress: (progress: LoadProgress) => void,
  signal: AbortSignal,
): Promise<Outcome<Graphs>> => {
  const [vision, text] = await Promise.all([
    openTower(source, 'vision', dtype ? [dtype] : runtime.dtypes, signal),
    openTower(source, 'text', dtype ? [dtype] : ['q8', 'fp16', 'fp32'], signal),
  ])
  if (vision.kind !== 'done' || text.kind !== 'done') {
    for (const opened of [vision, text]) if (opened.kind === 'done') await opened.value.file.cancel()
    return vision.kind === 'done' ? (text as Exclude<typeof text, { kind: 'done' }>) : vision
  }
  const meter = createProgressMeter(onProgress)
  meter.expect(vision.value.file.size)
  meter.expect(text.value.file.size)
  meter.flush()
  const [visionBytes, textBytes] = await Promise.all([
    vision.value.file.read(meter.add),
    text.value.file.read(meter.add),
  ])
  meter.flush()
  if (visionBytes.kind !== 'done') return visionBytes
  if (textBytes.kind !== 'done') return textBytes
  return done({
    vision: { ...vision.value, bytes: visionBytes.value },
    text: { ...text.value, bytes: textBytes.value },
  })
}

/**
 * Runs both towers once: compiles what a device compiles on first use, while the person still sees "loading",
 * and shows whether the two belong together.
 * @returns the length of the model's embeddings.
 */
const warmUp = async (
  vision: VisionTower,
  text: TextTower,
  { fit }: Recipe,
  signal: AbortSignal,
): Promise<Outcome<number>> => {
  const grey = new Float32Array(3 * fit.width * fit.height).fill(0.1)
  const picture = await vision.embed([grey])
  if (picture.kind !== 'done') return picture
  const prompt = await text.embed(['a'], signal)
  if (prompt.kind !== 'done') return prompt
  const [a, b] = [picture.value[0]?.length ?? 0, prompt.value[0]?.embedding.length ?? 0]
  if (a !== b)
    return failed({ code: 'UNSUPPORTED_MODEL', detail: `its towers give ${a} and ${b} dimensions` })
  return done(a)
}

/** Fetches, checks, opens and warms up a model. Nothing of a failed attempt stays open. */
export const loadModel = async (
  request: LoadRequest,
  onProgress: (progress: LoadProgress) => void,
  signal: AbortSignal,
): Promise<Outcome<RunningModel>> => {
  const startedAt = performance.now()
  const { source, runtime } = request
  const small = await readSmallFiles(source, signal)
  if (small.kind !== 'done') return small
  const graphs = await readGraphs(request, onProgress, signal)
  if (graphs.kind !== 'done') return graphs
  const { config, recipe, tokenizer } = small.value
  const opened = await openSessions(request, graphs.value.vision.bytes, graphs.value.text.bytes)
  if (opened.kind !== 'done') return opened
  const sessions = opened.value
  const vision = createVisionTower(sessions.ort, sessions.vision, recipe, {
    padded: runtime.device === 'webgpu',
    lock: sessions.lock,
  })
  const text = createTextTower(sessions.ort, sessions.text, tokenizer)
  const dimension = await warmUp(vision, text, recipe, signal)
  if (dimension.kind !== 'done') {
    await sessions.close()
    return dimension
  }
  const id = sourceName(source)
  const revision = source.kind === 'hub' ? source.revision : config.revision
  const dtype = { vision: graphs.value.vision.dtype, text: graphs.value.text.dtype }
  const facts: LoadedModel = {
    key: [modelFileUrl(source, ''), revision, dtype.vision, recipe.key].join('|'),
    id,
    name: config.name || id,
    scope: config.scope,
    revision,
    device: runtime.device,
    dtype,
    threads: runtime.threads,
    recipe,
    dimension: dimension.value,
    logitScale: config.logitScale,
    maxTokens: config.maxTokens,
    size: (graphs.value.vision.bytes.length + graphs.value.text.bytes.length) as Bytes,
    loadTime: (performance.now() - startedAt) as Milliseconds,
  }
  return done({ facts, vision, text, sessions })
}
