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

/**
 * Opens the page as a link asks: its tags, templates and scoring for this visit, and its picture. Its model is
 * `open-linked-model.ts`'s.
 */
export const createLinkOpener =
  (openVisit: (link: AppLink) => void, addPictures: AppActions['addPictures'], notices: Notices) =>
  async (link: Outcome<AppLink>, fetchPicture: FetchPicture, signal: AbortSignal): Promise<void> => {
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
    const reading = notices.show({
      tone: 'info',
      text: ({ t }) => t('notices.linkPicture', { host: hostOf(url) }),
      action: null,
    })
    const picture = await fetchPicture(url, signal)
    notices.dismiss(reading)
    showProblem(picture)
    if (picture.kind !== 'done') return
    const { blob, name } = picture.value
    addPictures([new File([blob], name, { type: blob.type })])
  }
