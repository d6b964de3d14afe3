import type { EngineClient } from '../../client/engine-client'
import { lookClosely } from '../../client/inference/look-closely'
import { failed, type Outcome } from '../../core/errors/outcome'
import { knowsDrawingsOnly } from '../../core/model/model-facts'
import type { PictureEncoding } from '../../core/model/picture-encoding'
import type { ModelTask } from '../../core/tasks/model-task'
import type { ZeroShotModel } from '../../core/tasks/zero-shot/model'
import { askInWords } from '../../core/question/question'
import { DEFAULT_RULES } from '../../core/question/scoring/judge'
import type { FetchedPicture } from '../../platform/pictures/fetch-picture'
import type { ApiPicture } from '../api-calls'
import { embedQuestion } from '../embed-question'
import {
  parseLabels,
  parseLiteral,
  parsePictures,
  parseProgress,
  parseSignal,
  parseTemplates,
  parseSchema,
} from '../parse-input'
import type { ExplainOptions, Explanation, ExplainMethod } from './explanation'
import * as v from 'valibot'

const LookSchema = v.optional(
  v.picklist(['auto', 'dense', 'regions'], "method is 'auto', 'dense' or 'regions'"),
  'auto',
)

/** Checks how it is to be found what labels hang on. */
const parseLookMethod = (input: unknown): Outcome<ExplainMethod | 'auto'> => parseSchema(LookSchema, input)

/** What explanations are made with. */
export interface ExplainDeps {
  readonly engine: EngineClient
  readonly fetchPicture: (address: string, signal: AbortSignal) => Promise<Outcome<FetchedPicture>>
  readonly whenSettled: (task: ModelTask, signal: AbortSignal) => Promise<void>
  /** @throws what the API promises where no such model answers. */
  readonly requireZeroShot: () => ZeroShotModel
  readonly valueOrThrow: <T>(outcome: Outcome<T>) => T
}

/** Builds `taglens.explain`. */
export const createExplain =
  ({ engine, fetchPicture, whenSettled, requireZeroShot, valueOrThrow }: ExplainDeps) =>
  async (picture: ApiPicture, options: ExplainOptions): Promise<Explanation> => {
    const [file = ''] = valueOrThrow(parsePictures([picture]))
    // Callers in plain JavaScript may leave the options out altogether.
    const given = options as Partial<ExplainOptions> | undefined
    const labels = valueOrThrow(parseLabels(given?.labels))
    const templates = valueOrThrow(parseTemplates(given))
    const question = askInWords(labels, templates, DEFAULT_RULES, valueOrThrow(parseLiteral(given)))
    const method = valueOrThrow(parseLookMethod(given?.method))
    const signal = valueOrThrow(parseSignal(given?.signal))
    const onProgress = valueOrThrow(parseProgress(given?.onProgress))
    await whenSettled('zero-shot', signal)
    const model = requireZeroShot()
    const { blob, name } =
      typeof file === 'string'
        ? valueOrThrow(await fetchPicture(file, signal))
        : { blob: file, name: file instanceof File ? file.name : 'picture' }
    const { judge } = valueOrThrow(await embedQuestion(engine, question, labels, signal))
    const looked = await lookClosely(engine, { file: blob, name, crop: null }, method, signal, onProgress)
    await engine.closePlaces()
    const seen = valueOrThrow(looked)
    if (seen.modelKey !== model.key) valueOrThrow(failed({ code: 'MODEL_NOT_LOADED', task: 'zero-shot' }))
    const scoresOf = (encoding: PictureEncoding) => {
      const scores = new Float64Array(labels.length).fill(Number.NaN)
      if (encoding.kind !== 'embedding') return scores
      // A model whose scale is not known is measured as if it were CLIP's.
      for (const { index, logit, cosine } of judge(encoding.embedding, { ...model, temperature: 1 }).ranking)
        scores[index] = logit ?? cosine * 100
      return scores
    }
    const heats = seen.heats(scoresOf)
    return {
      ...{ name, method: seen.method, frame: seen.frame, ...seen.grid },
      forPhotographs: !knowsDrawingsOnly(model),
      labels: labels.map((label, place) => ({ label, heat: [...(heats[place] ?? [])] })),
      ...(seen.refusal && { refused: seen.refusal }),
    }
  }
