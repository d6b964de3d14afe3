import { fastReductionOf } from '../../../core/pixels/reduction'
import { incoming } from '../../../words/en/pictures/incoming'
import type { AppState, Picture } from '../../app-state'
import { currentModel } from '../../model/current-model'
import type { TakeInDeps } from './take-in-deps'

/** So many have to be read before anything is known of the rest, and so many to wait before it is worth a question. */
const READ = 8
const WAITING = 60

/** Whether a picture is one that would have come sooner, read fast. */
const isLarge =
  ({ model }: AppState) =>
  ({ phase, file, name }: Picture): boolean => {
    const recipe = currentModel(model)?.recipe
    const isJpeg = file.type === 'image/jpeg' || /\.jpe?g$/i.test(name)
    return Boolean(recipe && phase.facts && isJpeg && fastReductionOf(phase.facts, recipe.fit))
  }

const isReady = ({ phase }: Picture): boolean => phase.kind === 'ready'

/** Where the question has been asked, or waits for what would tell whether it is worth it. */
const asking = new WeakSet<TakeInDeps['notices']>()

/**
 * Asks once whether large photographs are to be read fast, where many wait and most of those that have been read are
 * large: nothing is said where it would bring little, or was decided before.
 */
export const offerFast = ({
  store,
  notices,
  wordsWith,
  actions,
}: Pick<TakeInDeps, 'store' | 'notices' | 'wordsWith' | 'actions'>): void => {
  if (asking.has(notices)) return
  asking.add(notices)
  const texts = () => wordsWith(incoming)
  const decide = (reading: 'fast' | 'exact') => () => {
    actions.setReading(reading)
  }
  // While a model is on its way the queue has not begun.
  let hasBegun = false
  // Another drop may be worth it.
  const giveUp = () => {
    unsubscribe()
    asking.delete(notices)
  }
  const unsubscribe = store.subscribe((state) => {
    const { queue, settings, pictures } = state
    hasBegun ||= queue.kind === 'running'
    if (settings.reading !== null || (hasBegun && queue.kind === 'idle')) giveUp()
    if (settings.reading !== null || queue.kind !== 'running' || queue.done < READ) return
    const ready = pictures.filter(isReady)
    const large = ready.filter(isLarge(state)).length
    if (queue.total - queue.done < WAITING || large * 2 < ready.length) {
      giveUp()
      return
    }
    unsubscribe()
    notices.show({
      tone: 'info',
      stays: true,
      text: () => texts().t('incoming.fast'),
      action: { label: () => texts().t('incoming.readFast'), run: decide('fast') },
      otherwise: () => texts().t('incoming.readExactly'),
      // Once all are read it would save nothing.
      holds: ({ queue: { kind }, settings: { reading } }) => kind !== 'idle' && reading === null,
    })
  })
}
