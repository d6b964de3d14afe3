import { readTypedAddress } from '../../../core/incoming/find-addresses'
import type { LandsOn } from '../../../core/incoming/sort-entries'
import type { Outcome } from '../../../core/errors/outcome'
import type { FetchedPicture } from '../../../platform/pictures/fetch-picture'
import { incoming } from '../../../words/en/pictures/incoming'
import type { PictureActions, TagActions } from '../../app-actions'
import type { ActionDeps } from '../../app-deps'
import { showStoppable } from '../../messages/show-stoppable'
import { describeError } from '../../messages/describe-error'
import { sentenceOf } from '../../messages/error-description'
import type { Notices } from '../../messages/notices'

/** What reading pictures from other sites works with. */
interface ReaderDeps extends Pick<ActionDeps, 'fetchPicture' | 'wordsWith'> {
  readonly notices: Notices
  readonly actions: Pick<PictureActions, 'addPictures'> & Pick<TagActions, 'addPictureFileTags'>
}

/** Reads pictures that people name by their addresses. */
export interface AddressReader {
  /** Reads each, one after the other; says what could not be read, and why. */
  read(addresses: readonly string[], landsOn: LandsOn): Promise<void>
  /** Told how the airplane switch is set: what it has held is read when it is off. */
  heedAirplane(on: boolean): void
}

/** More at once is no longer what a person pastes; each is a request to another host. */
const MOST_AT_ONCE = 100

const hostOf = (address: string): string =>
  address.startsWith('data:') ? 'data:' : (URL.parse(address)?.host ?? address)

const isHeld = (outcome: Outcome<unknown>): boolean =>
  outcome.kind === 'failed' && outcome.error.code === 'NETWORK' && outcome.error.cause === 'airplane'

/** Creates the reader. */
export const createAddressReader = ({
  fetchPicture,
  wordsWith,
  notices,
  actions,
}: ReaderDeps): AddressReader => {
  /** Reads again the pictures that the airplane switch has held. */
  const held = new Set<() => void>()
  const texts = () => wordsWith(incoming).t

  const hold = (addresses: readonly string[], host: string, landsOn: LandsOn) => {
    const giveUp = () => {
      held.delete(again)
    }
    const again = () => {
      notices.dismiss(paused)
      void reader.read(addresses, landsOn)
    }
    const paused = notices.show(
      {
        tone: 'info',
        stays: true,
        text: () => texts()('incoming.held', { host }),
        action: { label: ({ t }) => t('model.resumeShort'), run: again },
      },
      giveUp,
    )
    held.add(again)
  }

  const settle = (outcome: Outcome<FetchedPicture>, address: string, landsOn: LandsOn) => {
    const about = `address ${address}`
    if (outcome.kind === 'failed') {
      const { error } = outcome
      // What may be otherwise in a moment; what a site forbids, it forbids again.
      if (error.code === 'NETWORK' || error.code === 'PART_NOT_LOADED') {
        notices.showProblem(error, () => void reader.read([address], landsOn), about)
        return
      }
      notices.show({
        tone: 'problem',
        about,
        code: error.code,
        text: (words) => sentenceOf(describeError(words, error)),
        action: null,
      })
    } else if (outcome.kind === 'done') {
      notices.settled(about)
      const { blob, name } = outcome.value
      const file = new File([blob], name, { type: blob.type })
      if (landsOn === 'tags') actions.addPictureFileTags([file])
      else actions.addPictures([file])
    }
  }

  const reader: AddressReader = {
    read: async (addresses, landsOn) => {
      const stopping = new AbortController()
      const stop = () => {
        stopping.abort()
      }
      const asked = addresses.slice(0, MOST_AT_ONCE).map((address) => readTypedAddress(address) ?? address)
      const count = addresses.length - asked.length
      if (count > 0)
        notices.show({
          tone: 'info',
          stays: true,
          text: () => texts()('incoming.addressesLeftOut', { count }),
          action: null,
        })
      const host = hostOf(asked[0] ?? '')
      const reading = showStoppable(notices, () => texts()('incoming.reading', { host }), stop)
      for (const [i, address] of asked.entries()) {
        const host = hostOf(address)
        notices.reword(reading, () => texts()('incoming.reading', { host }))
        const outcome = await fetchPicture(address, stopping.signal)
        if (outcome.kind === 'cancelled') break
        if (isHeld(outcome)) {
          hold(asked.slice(i), host, landsOn)
          break
        }
        settle(outcome, address, landsOn)
      }
      notices.dismiss(reading)
    },
    heedAirplane: (on) => {
      if (on) return
      for (const again of [...held]) again()
    },
  }
  return reader
}
