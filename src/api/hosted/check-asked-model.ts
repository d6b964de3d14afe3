import type { ModelTask } from '../../core/tasks/model-task'
import type { StoredModel } from '../../core/model/stored/stored-model'
import { sourceName } from '../../core/model/model-source'
import type { TaglensApi } from '../taglens-api'
import { TaglensRejection } from '../taglens-rejection'

/** Conversions of a model keep its name; only the owner differs: `openai/…` is `Xenova/…` here. */
const nameOf = (id: string): string => id.toLowerCase().split('/').at(-1) ?? ''

/**
 * Lets a request pass that insists on no model or on the one that is loaded. Another is never loaded for a request:
 * the person's pictures would be encoded again, and a download would have no consent (ADR 17).
 * @throws `MODEL_NOT_LOADED` where the model is on this device, `UNSUPPORTED_MODEL` where it is not; each says the
 * way on.
 */
export const checkAskedModel = async (
  api: TaglensApi,
  asked: string | null,
  task: ModelTask,
  app: string,
): Promise<void> => {
  const loaded = api.model()
  if (asked === null || (loaded?.task === task && nameOf(loaded.id) === nameOf(asked))) return
  const stored = await api.models.list().catch(() => [])
  // A precision that is listed is here whole.
  const isAsked = ({ dtypes, source }: StoredModel) =>
    dtypes.length > 0 && source.kind !== 'disk' && nameOf(sourceName(source)) === nameOf(asked)
  if (stored.some(isAsked))
    throw new TaglensRejection({
      message: `${asked} is on this device and not loaded. Choose it in the app, then ask again.`,
      code: 'MODEL_NOT_LOADED',
    })
  // Links offer models that read tags; a classifier is chosen by hand.
  const place = task === 'zero-shot' ? `${app}?clipModel=${encodeURIComponent(asked)}` : app
  throw new TaglensRejection({
    message: `${asked} is not on this device. Ask without it, or get it there first: ${place}`,
    code: 'UNSUPPORTED_MODEL',
  })
}
