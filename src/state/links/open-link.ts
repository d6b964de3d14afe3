import type { AppLink } from '../../core/links/app-link'
import type { Outcome } from '../../core/errors/outcome'
import type { FetchedPicture } from '../../platform/pictures/fetch-picture'
import type { AppActions } from '../app-actions'
import { describeError } from '../messages/describe-error'
import { sentenceOf } from '../messages/error-description'
import type { Notices } from '../messages/notices'

/** Reads the picture that a link names. */
export type FetchPicture = (address: string, signal: AbortSignal) => Promise<Outcome<FetchedPicture>>

const hostOf = (address: string): string => URL.parse(address)?.host ?? address

const isHeld = (outcome: Outcome<unknown>): boolean =>
  outcome.kind === 'failed' && outcome.error.code === 'NETWORK' && outcome.error.cause === 'airplane'

/** Opens what a link asks for. */
export interface LinkOpener {
  open(link: Outcome<AppLink>, fetchPicture: FetchPicture, signal: AbortSignal): Promise<void>
  /** Told how the airplane switch is set: a picture that it has held is read when it is off. */
  heedAirplane(on: boolean): void
}

/**
 * Opens the page as a link asks: its tags, templates and scoring for this visit, and its picture. Its model is
 * `open-linked-model.ts`'s.
 */
export const createLinkOpener = (
  openVisit: (link: AppLink) => void,
  addPictures: AppActions['addPictures'],
  notices: Notices,
): LinkOpener => {
  /** Reads again the picture that the airplane switch has held. */
  let goOn: (() => void) | null = null

  const open: LinkOpener['open'] = async (link, fetchPicture, signal) => {
    const showProblem = (outcome: Outcome<unknown>) => {
      if (outcome.kind !== 'failed') return
      const { error } = outcome
      notices.show({
        tone: 'problem',
        text: (words) => sentenceOf(describeError(words, error)),
        action: null,
      })
    }
    if (link.kind !== 'done') {
      showProblem(link)
      return
    }
    const { url } = link.value
    openVisit(link.value)
    if (url === null) return
    const host = hostOf(url)
    const hold = () => {
      const giveUp = () => {
        goOn = null
      }
      const again = () => {
        notices.dismiss(paused)
        void read()
      }
      const paused = notices.show(
        {
          tone: 'info',
          stays: true,
          text: ({ t }) => t('notices.linkPictureHeld', { host }),
          action: { label: ({ t }) => t('model.resumeShort'), run: again },
        },
        giveUp,
      )
      goOn = again
    }
    const read = async () => {
      const reading = notices.show({
        tone: 'info',
        text: ({ t }) => t('notices.linkPicture', { host }),
        action: null,
      })
      const picture = await fetchPicture(url, signal)
      notices.dismiss(reading)
      if (isHeld(picture)) {
        hold()
        return
      }
      showProblem(picture)
      if (picture.kind !== 'done') return
      const { blob, name } = picture.value
      addPictures([new File([blob], name, { type: blob.type })])
    }
    await read()
  }

  return {
    open,
    heedAirplane: (on) => {
      if (!on) goOn?.()
    },
  }
}
