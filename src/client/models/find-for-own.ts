import type { Bytes } from '../../core/brands'
import { done, failed, type Outcome } from '../../core/errors/outcome'
import { chooseFiles, type ChosenFiles, totalSize } from '../../core/model/files/choose-files'
import { towerPath } from '../../core/model/files/tower-path'
import { weighWeights } from '../../core/model/files/weigh-weights'
import type { ModelChoice } from '../../core/model/model-choice'
import { sourcePath } from '../../core/model/model-source'
import type { ListedFile } from '../../core/model/stored/stored-model'
import type { Capabilities } from '../../core/runtime/capabilities'
import { wantedPrecision } from '../../core/runtime/executor'
import type { Runtime } from '../../core/runtime/runtime'
import { isUnquantised, unquantisedFirst } from '../../core/runtime/vision-dtypes'
import { findProvider, type HostProvider, type StoredProvider, wantedDtypes } from './find-provider'
import type { ModelFileStore } from './model-store'

/** What of a machine decides how large files may be. */
export type Machine = Pick<Capabilities, 'memoryGigabytes' | 'savesData'>

/** How many bytes one is longer than another; `null` where the host does not tell. */
const difference = (longer: Bytes | null, shorter: Bytes | null): Bytes | null =>
  longer === null || shorter === null ? null : (Math.max(0, longer - shorter) as Bytes)

const towerSize = ({ dtype, files }: ChosenFiles<ListedFile>): Bytes | null =>
  totalSize(files.filter(({ path }) => path.startsWith(towerPath('vision', dtype.vision))))

/** By its name a model that our own kernels refuse: its tower ends in a head of its own. */
const isRefused = ({ source }: ModelChoice): boolean => /siglip/i.test(sourcePath(source))

/**
 * Says where files for our own kernels come from. Each column of weights has a scale of its own there, so that files of which nothing
 * was rounded gain: of what is stored the finest is taken, and of what a host has where that is worth its bytes. What is stored is
 * enough for a start, unless finer ones are asked for. A precision that is insisted on is taken as it is.
 */
export const findForOwn = async (
  store: Pick<ModelFileStore, 'open' | 'examine'>,
  wish: ModelChoice,
  runtime: Runtime,
  machine: (withGpu: boolean) => Promise<Machine>,
  signal: AbortSignal,
): Promise<Outcome<StoredProvider | HostProvider>> => {
  const rounded = wantedPrecision(wish.executor)
  if (rounded === null || wish.dtype !== 'auto' || runtime.device !== 'wasm')
    return findProvider(store, wish, runtime, signal)
  const { dtypes, textDtypes } = runtime
  const finest = {
    ...runtime,
    dtypes: unquantisedFirst(dtypes),
    textDtypes: unquantisedFirst(textDtypes),
  }
  const asked: ModelChoice = wish.finer ? { ...wish, newest: true } : wish
  const found = await findProvider(store, asked, finest, signal)
  if (found.kind !== 'done' || found.value.kind === 'stored') return found
  const { listed, chosen: finer } = found.value
  const { vision } = finer.dtype
  if (wish.finer && !isUnquantised(vision)) {
    const wanted = finest.dtypes.filter(isUnquantised).join(', ')
    return failed({ code: 'UNSUPPORTED_MODEL', problem: { kind: 'other-precision', wanted, has: vision } })
  }
  const chosen = chooseFiles(listed, wantedDtypes(wish, runtime))
  if (chosen.kind !== 'done') return chosen
  const smaller = chosen.value
  // Of convolutions nothing smaller is taken anyway.
  if (isRefused(wish) || smaller.dtype.vision === vision)
    return done({ ...found.value, chosen: smaller, runtime })
  const more = difference(totalSize(finer.files), totalSize(smaller.files))
  const taken = wish.finer
    ? 'finer'
    : weighWeights({ ...(await machine(false)), rounded, more, tower: towerSize(finer) })
  return done({
    ...found.value,
    ...(taken === 'finer' ? { chosen: finer } : { chosen: smaller, runtime }),
    weigh: async (missing) => ({
      ...{ taken, finer: vision, smaller: smaller.dtype.vision },
      more: difference(await missing(finer), await missing(smaller)),
    }),
  })
}
