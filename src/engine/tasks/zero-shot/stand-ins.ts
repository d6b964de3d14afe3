import { done, type Outcome } from '../../../core/errors/outcome'
import { textVectorsPath, towerPath } from '../../../core/model/files/tower-path'
import type { Dtype } from '../../../core/runtime/runtime'
import type { LoadContext } from '../../inference/task-loader'
import type { TowersDescription } from './describe-towers'
import { parseFetchedVectors, type TextVectors } from './text-vectors'

/** Vectors that stand in for a text tower, and the precision of that tower. */
export interface StandIns {
  readonly vectors: TextVectors
  /** `null` where no one says. */
  readonly dtype: Dtype | null
}

/**
 * Vectors that came with the model: its own, or those that lie beside it for the text tower that would be opened.
 * What lies there and is not of this model is of no use, and no harm where the tower is there.
 */
export const findVectors = async (
  { textVectors }: TowersDescription,
  { reader, request, signal }: LoadContext,
  textDtypes: readonly Dtype[],
): Promise<Outcome<StandIns | null>> => {
  if (textVectors) return done({ vectors: textVectors, dtype: null })
  // Files behind an address ship with the app, which says so in `config.json`.
  if (request.files.kind === 'url') return done(null)
  const { blobs } = request.files
  const has = (path: string) => blobs.has(path)
  const dtype = textDtypes.find((one) => has(textVectorsPath(one)) || has(towerPath('text', one)))
  if (dtype === undefined || !has(textVectorsPath(dtype))) return done(null)
  const path = textVectorsPath(dtype)
  const json = await reader.json(path, signal)
  const parsed = json.kind === 'done' ? parseFetchedVectors(json.value, path, request.revision) : json
  if (parsed.kind === 'done') return done({ vectors: parsed.value, dtype })
  return has(towerPath('text', dtype)) ? done(null) : parsed
}
