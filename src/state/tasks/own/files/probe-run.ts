import { joinRows } from '../../../../core/model/picture-encoding'
import { compareProbes, probesOf, type ProbesAgree } from '../../../../core/tasks/own/files/probes'
import type { OwnFile } from '../../../../core/tasks/own/files/own-file'
import type { ActionDeps } from '../../../app-deps'
import { wordModel } from '../../../model/current-model'

/** What the model that answers makes of the probes, a row each; `null` where it cannot be asked now. */
export const probeRun = async ({
  store,
  engine,
}: Pick<ActionDeps, 'store' | 'engine'>): Promise<Float32Array | null> => {
  const model = wordModel(store.getState().model)
  if (!model) return null
  const outcome = await engine.embedPrepared(probesOf(model.recipe), new AbortController().signal)
  if (outcome.kind !== 'done') return null
  const rows = outcome.value.flatMap((one) => (one.kind === 'embedding' ? [one.embedding] : []))
  return rows.length > 0 && rows.length === outcome.value.length ? joinRows(rows) : null
}

/**
 * Whether vectors of a file can be learned from beside those of this page, where both are of one model. The same precision
 * on the same device makes the same; of others, and of files that do not say, the probes tell. A file without any is
 * believed.
 */
export const agreesWith = async (
  deps: Pick<ActionDeps, 'store' | 'engine'>,
  { model, probes, width }: Pick<OwnFile, 'model' | 'probes' | 'width'>,
): Promise<ProbesAgree> => {
  const here = wordModel(deps.store.getState().model)
  const isSameRun =
    here?.dtype.vision === model.dtype &&
    here.device === model.device &&
    (here.executor?.kind === 'own') === (model.executor === 'own')
  if (isSameRun || !probes) return 'same'
  const own = await probeRun(deps)
  return own ? compareProbes(probes, own, width) : 'not'
}
