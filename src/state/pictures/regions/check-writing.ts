import type { UnitVector } from '../../../core/brands'
import { cancelled, done, failed, type Outcome } from '../../../core/errors/outcome'
import type { PictureEncoding } from '../../../core/model/picture-encoding'
import { readTag, readTemplates, toPrompts } from '../../../core/question/prompts/tag-prompts'
import {
  answerInstead,
  coldestBlocks,
  coverCells,
  hottestBlocks,
  isClear,
  isMoreThanCovering,
  mayBeWritten,
  writtenPrompts,
} from '../../../core/question/regions/writing'
import { isRestTag } from '../../../core/question/scoring/neutral-tags'
import { averageDirection, cosine } from '../../../core/question/scoring/cosine'
import { prepareByModel } from '../../../client/inference/prepare-by-model'
import type { ActionDeps } from '../../app-deps'
import type { AppState } from '../../app-state'
import { wordModel } from '../../model/current-model'
import type { Selectors } from '../../selectors'
import type { PictureLabel } from '../../tasks/task'
import { type SeenRegions, withEncoding } from './evidence'

/** Whether writing in a picture decides on its answer. */
export type Writing =
  | { readonly kind: 'none' }
  /** Without what reads as its word, a clear answer is another. */
  | { readonly kind: 'decides'; readonly instead: PictureLabel }

type Deps = Pick<ActionDeps, 'engine'> & { readonly selectors: Pick<Selectors, 'labels'> }

/** Of a model whose scale is not known, as if it were CLIP's. */
const USUAL_SCALE = 100

/** Tags beside the answer that its written word is compared with. */
const RIVALS = 4

/**
 * Checks whether writing decides on the answer of a picture that was looked at: one prompt list, and where the picture is
 * near to the written word, four more encodings.
 *
 * @param answer the label that it has now
 */
export const checkWriting = async (
  { engine, selectors }: Deps,
  state: AppState,
  { picture, modelKey, grid, heats, crop }: SeenRegions,
  answer: PictureLabel,
  signal: AbortSignal,
): Promise<Outcome<Writing>> => {
  const model = wordModel(state.model)
  const { phase } = picture
  if (!model || phase.kind !== 'ready' || phase.encoded.kind !== 'embedding')
    return failed({ code: 'MODEL_NOT_LOADED', task: 'zero-shot' })
  const scale = model.calibrated ? model.logitScale : USUAL_SCALE
  const templates = readTemplates(state.settings.template)
  const vectorOf = async (prompts: readonly string[]): Promise<Outcome<UnitVector | null>> => {
    const embedded = await engine.embedPrompts(prompts, signal)
    return embedded.kind === 'done'
      ? done(averageDirection(embedded.value.map(({ embedding }) => embedding)))
      : embedded
  }
  const labels = selectors.labels(state, picture)
  const asked = [answer, ...labels.filter(({ tagId }) => tagId !== answer.tagId).slice(0, RIVALS)]
  const { phrasings } = readTag(answer.tag)
  const vectors: UnitVector[] = []
  for (const prompts of [
    writtenPrompts(phrasings),
    ...asked.map(({ tag }) => toPrompts(readTag(tag).phrasings, templates)),
  ]) {
    const vector = await vectorOf(prompts)
    if (vector.kind !== 'done') return vector
    if (vector.value) vectors.push(vector.value)
  }
  const scoresOf = (encoding: PictureEncoding) =>
    Float64Array.from(vectors, (vector) =>
      encoding.kind === 'embedding' ? scale * cosine(encoding.embedding, vector) : Number.NaN,
    )
  const { file, name } = picture
  let prepared: Awaited<ReturnType<typeof prepareByModel>> | null = null
  let base: PictureEncoding = phase.encoded
  // What is known of a long picture is of several crops: of the one that is looked at it is asked.
  if (crop !== null || model.recipe.extent === 'whole') {
    prepared = await prepareByModel(engine, { file, name, crop }, signal)
    if (prepared.kind !== 'done') return prepared
    const encoded = await engine.embedPrepared([prepared.value.tensor], signal)
    if (encoded.kind !== 'done') return encoded
    base = encoded.value[0] ?? base
  }
  const [written = Number.NaN, own = Number.NaN, ...rivals] = scoresOf(base)
  // What stands for everything else is no word that is written somewhere.
  const isSuspect = mayBeWritten(own, written) && isClear(own, rivals) && !isRestTag(answer.tag)
  if (!isSuspect) return done({ kind: 'none' })

  const [heat] = heats(scoresOf)
  prepared ??= await prepareByModel(engine, { file, name, crop }, signal)
  if (prepared.kind !== 'done') return prepared
  if (!heat) return done({ kind: 'none' })
  const { tensor, recipe } = prepared.value
  const cover = (cells: ReadonlySet<number>) => coverCells({ tensor, ...recipe.fit }, grid, cells)
  const views = [...hottestBlocks(heat, grid), coldestBlocks(heat, grid)].map(cover)
  const encoded = await engine.embedPrepared(views, signal)
  if (encoded.kind !== 'done') return encoded
  if (signal.aborted) return cancelled
  const answers = encoded.value.map(
    (encoding) => selectors.labels(state, withEncoding(picture, modelKey, encoding))[0] ?? null,
  )
  const ids = answers.map((label) => label?.tagId ?? null)
  const instead = answerInstead(answer.tagId, ids.slice(0, -1), ids.at(-1) ?? null)
  const other = answers.find((label) => label?.tagId === instead)
  if (!other) return done({ kind: 'none' })
  const rival = await vectorOf(toPrompts(readTag(other.tag).phrasings, templates))
  if (rival.kind !== 'done') return rival
  const leadOf = (encoding: PictureEncoding | undefined): number => {
    const [, mine] = vectors
    if (encoding?.kind !== 'embedding' || !mine || !rival.value) return Number.NaN
    return scale * (cosine(encoding.embedding, mine) - cosine(encoding.embedding, rival.value))
  }
  const covered = encoded.value[answers.indexOf(other)]
  return done(
    isMoreThanCovering(leadOf(base), leadOf(covered), leadOf(encoded.value.at(-1)))
      ? { kind: 'decides', instead: other }
      : { kind: 'none' },
  )
}
