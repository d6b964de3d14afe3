import * as v from 'valibot'
import { wrongShape } from '../../hub/wrong-shape'
import { type Outcome, done, failed } from '../../../core/errors/outcome'
import type { Recipe } from '../../../core/pixels/recipe'
import { type ModelConfig, parseModelConfig } from './model-config'
import type { ModelReader } from '../../hub/model-reader'
import type { OwnFiles } from '../../inference/task-loader'
import { type TextVectors, parseTextVectors } from './text-vectors'
import type { UnitVector } from '../../../core/brands'
import type { Dtype } from '../../../core/runtime/runtime'
import { toUnitVectors } from '../../../core/question/scoring/cosine'
import { PROBE_VERSION } from '../../../core/runtime/self-check/probe-input'
import {
  knownLogitScale,
  LOGIT_SCALE_FILE,
  type LogitScale,
  parseLogitScale,
} from '../../../core/model/files/logit-scale'
import { type ModelSource, sourceKey } from '../../../core/model/model-source'

/** What a model should make of the canned pictures, by the precision of its vision tower. */
interface GoldenVectors {
  /** `null` for a precision that the file has nothing of, or for another recipe or canned input than the present. */
  of(dtype: Dtype, recipeKey: string): readonly UnitVector[] | null
}

const Vector = v.array(v.pipe(v.number(), v.finite()))

const Schema = v.object({
  /** `PROBE_VERSION` of the canned pictures. */
  version: v.number(),
  recipe: v.string(),
  pictures: v.record(v.string(), v.array(Vector)),
})

/** Checks a model's file of golden vectors. */
const parseGoldenVectors = (json: unknown, file: string): Outcome<GoldenVectors> => {
  const parsed = v.safeParse(Schema, json)
  if (!parsed.success) return wrongShape(file, parsed.issues)
  const { version, recipe, pictures } = parsed.output
  const byDtype = new Map<string, readonly UnitVector[]>()
  for (const [dtype, rows] of Object.entries(pictures)) {
    const vectors = toUnitVectors(rows)
    if (!vectors) return failed({ code: 'MODEL_CORRUPT', file, detail: `a vector of ${dtype} is empty` })
    byDtype.set(dtype, vectors)
  }
  return done({
    of: (dtype, recipeKey) =>
      version === PROBE_VERSION && recipe === recipeKey ? (byDtype.get(dtype) ?? null) : null,
  })
}

/** What a pair of towers says of itself in its small files, checked. */
export interface TowersDescription {
  readonly config: ModelConfig
  /** `null` where no one tells the model's own. */
  readonly scale: LogitScale | null
  readonly recipe: Recipe
  /** `null` where the model brings none, as models of the hub do. */
  readonly textVectors: TextVectors | null
  /** `null` where the model brings none. */
  readonly golden: GoldenVectors | null
}

/** Reads a file that a model may bring with it; an empty path is none. */
const readExtra = async <T>(
  reader: ModelReader,
  path: string,
  parse: (json: unknown, file: string) => Outcome<T>,
  signal: AbortSignal,
): Promise<Outcome<T | null>> => {
  if (path === '') return done(null)
  const json = await reader.json(path, signal)
  return json.kind === 'done' ? parse(json.value, reader.nameOf(path)) : json
}

/** The scale of a model: what its files say, then what is known by its name, then what was read for it. */
const readScale = async (
  reader: ModelReader,
  source: ModelSource,
  { scale }: ModelConfig,
  signal: AbortSignal,
): Promise<LogitScale | null> => {
  const known = scale ?? knownLogitScale(source)
  if (known) return known
  const json = await reader.json(LOGIT_SCALE_FILE, signal)
  return json.kind === 'done' ? parseLogitScale(json.value) : null
}

/** Reads and checks the files that describe a pair of towers. */
export const describeTowers = async (
  { config: json, recipe, reader, source }: OwnFiles,
  signal: AbortSignal,
): Promise<Outcome<TowersDescription>> => {
  const config = parseModelConfig(json, reader.nameOf('config.json'), sourceKey(source))
  if (config.kind !== 'done') return config
  // A pack that brings the vectors that it is held to would vouch for itself.
  const goldenPath = source.kind === 'disk' ? '' : config.value.golden
  const [textVectors, golden, scale] = await Promise.all([
    readExtra(reader, config.value.textVectors, parseTextVectors, signal),
    readExtra(reader, goldenPath, parseGoldenVectors, signal),
    readScale(reader, source, config.value, signal),
  ])
  if (textVectors.kind !== 'done') return textVectors
  if (golden.kind !== 'done') return golden
  return done({
    config: config.value,
    scale,
    recipe,
    textVectors: textVectors.value,
    golden: golden.value,
  })
}
