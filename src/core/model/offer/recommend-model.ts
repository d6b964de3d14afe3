import type { Bytes } from '../../brands'
import type { GpuCapability } from '../../runtime/capabilities'
import { PEAK_TIMES_FILES, roomForModels } from '../../runtime/choose-workers'
import type { CatalogueModel } from '../catalogue/catalogue-model'
import { estimateSize, expectedDtypes } from '../catalogue/estimate-size'
import { hubSource } from '../catalogue/model-names'
import { chooseFiles, totalSize } from '../files/choose-files'
import { sourceKey, type ModelSource } from '../model-source'
import { isWhole } from '../stored/begun-download'
import type { StoredModel } from '../stored/stored-model'
import type { ModelBeside } from './surroundings'

/** What a machine and its line are, as far as a model to recommend depends on it. */
export interface Surroundings {
  readonly cores: number
  /** As of `Capabilities`. */
  readonly memoryGigabytes: number | null
  /** Bytes a second; `null` where nothing has shown it. */
  readonly speed: number | null
  /** Models beside the app. */
  readonly beside: readonly ModelBeside[]
  /** Address of the folder that they lie in, with a slash at its end. */
  readonly besideUrl: string
}

/** All that a recommendation is made from. */
export interface Situation extends Surroundings {
  /** `null` while it is not known: then the CPU is reckoned with. */
  readonly gpu: GpuCapability | null
  readonly stored: readonly StoredModel[]
  /** Where models of the hub come from. */
  readonly host: string
}

/** Where a model is: on this device, on the app's own host, or on another. */
export type Whereabouts = 'stored' | 'beside' | 'host'

/** A model as it is offered here. */
export interface Offer {
  readonly model: CatalogueModel
  readonly source: ModelSource
  readonly where: Whereabouts
  /** Bytes to download, which a press agrees to; 0 where it is stored. */
  readonly size: Bytes
  /** Seconds that this takes; `null` where the line is not known. */
  readonly seconds: number | null
}

/** One model to begin with, and perhaps one that is more accurate. */
export interface Recommendation {
  readonly fast: Offer
  /** `null` where the fast one is the most accurate that this machine can run. */
  readonly best: Offer | null
  readonly preselected: 'fast' | 'best'
}

/** A wait that people accept for a better answer: beyond it the fast one comes first. */
const PATIENCE_SECONDS = 300

/** Work that a core does for a picture in about a second, in 10^9 operations: beyond it a model is no pleasure. */
const WORK_PER_CORE = 20

const findOffer = (model: CatalogueModel, situation: Situation): Offer => {
  const { gpu, stored, beside, besideUrl, host, speed } = situation
  const dtypes = expectedDtypes(gpu, model.parameters.value.visionKind)
  const lying = beside.find(({ id }) => id === model.id)
  const sources: readonly ModelSource[] = [
    ...(lying ? [{ kind: 'url', baseUrl: `${besideUrl}${model.id}` } as const] : []),
    hubSource(host, model.id),
  ]
  const whole = new Set(stored.filter(isWhole).map(({ key }) => key))
  const here = sources.find((source) => whole.has(sourceKey(source)))
  if (here) return { model, source: here, where: 'stored', size: 0 as Bytes, seconds: 0 }
  const chosen =
    lying &&
    chooseFiles(lying.files, {
      vision: [dtypes.vision, 'fp16', 'q8', 'fp32'],
      text: [dtypes.text, 'fp16', 'fp32'],
      classifier: [],
    })
  const size =
    (chosen?.kind === 'done' ? totalSize(chosen.value.files) : null) ??
    estimateSize(model.parameters.value, dtypes)
  const [source = hubSource(host, model.id)] = sources
  const seconds = speed === null ? null : size / speed
  return { model, source, where: lying ? 'beside' : 'host', size, seconds }
}

/** Whether this machine can run a model: its memory, and without a graphics card its cores. */
const canRun = (
  { gpu, memoryGigabytes, cores }: Situation,
  { parameters, pictureWork }: CatalogueModel,
): boolean => {
  const size = estimateSize(parameters.value, expectedDtypes(gpu, parameters.value.visionKind))
  return (
    size * PEAK_TIMES_FILES <= roomForModels(memoryGigabytes) &&
    (gpu?.kind === 'hardware' || workOf({ pictureWork }) <= cores * WORK_PER_CORE)
  )
}

const workOf = ({ pictureWork }: Pick<CatalogueModel, 'pictureWork'>): number =>
  pictureWork?.value ?? Infinity

const isAtHand = ({ where }: Offer): boolean => where !== 'host'

/** The models at hand, where there are any: no other host is asked for what is here. */
const atHandFirst = (offers: readonly Offer[]): readonly Offer[] => {
  const here = offers.filter(isAtHand)
  return here.length > 0 ? here : offers
}

const firstBy = (offers: readonly Offer[], cost: (offer: Offer) => number): Offer | null =>
  offers.reduce<Offer | null>((first, offer) => (first && cost(first) <= cost(offer) ? first : offer), null)

/**
 * Chooses what is offered to a person with a photograph. *Fast* is the least work, *Best* the most accurate that this
 * machine can run; what is on this device or beside the app comes before what another host has. A graphics card makes
 * the best one quick enough to begin with. A model whose licence allows research alone is never among them.
 */
export const recommendModel = (
  catalogue: readonly CatalogueModel[],
  situation: Situation,
): Recommendation | null => {
  const free = catalogue.filter((model) => !model.researchOnly && model.pictureWork !== null)
  // A machine that can run none is offered the smallest all the same: what it says of its memory is a guess.
  const fitting = free.filter((model) => canRun(situation, model))
  const all = free.map((model) => findOffer(model, situation))
  const offers = all.filter(({ model }) => fitting.includes(model))
  const fast = firstBy(atHandFirst(offers.length > 0 ? offers : all), ({ model }) => workOf(model))
  if (!fast) return null
  const better = offers.filter(({ model }) => model.imageNet.value > fast.model.imageNet.value)
  const best = firstBy(atHandFirst(better), ({ model }) => -model.imageNet.value)
  return { fast, best, preselected: best && isBestFirst(situation, fast, best) ? 'best' : 'fast' }
}

const isBestFirst = ({ gpu }: Situation, fast: Offer, best: Offer): boolean => {
  if (isAtHand(fast) !== isAtHand(best)) return isAtHand(best)
  return gpu?.kind === 'hardware' && (best.seconds ?? 0) <= PATIENCE_SECONDS
}
