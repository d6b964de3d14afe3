import type { AppLink } from '../../core/site/links/app-link'
import type { Outcome } from '../../core/errors/outcome'
import type { AppActions } from '../app-actions'
import { describeError } from '../messages/describe-error'
import { sentenceOf } from '../messages/error-description'
import type { Notices } from '../messages/notices'

/** Opens the page as a link asks. */
export type OpenLink = (link: Outcome<AppLink>) => void

/**
 * Opens the page as a link asks: its tags, templates and scoring for this visit, and its picture. Its model is
 * `open-linked-model.ts`'s.
 */
export const createLinkOpener =
  (
    openVisit: (link: AppLink) => void,
    takeAddresses: AppActions['takeAddresses'],
    notices: Notices,
  ): OpenLink =>
  (link) => {
    if (link.kind === 'failed') {
      const { error } = link
      notices.show({
        tone: 'problem',
        text: (words) => sentenceOf(describeError(words, error)),
        action: null,
      })
    }
    if (link.kind !== 'done') return
    openVisit(link.value)
    const { url } = link.value
    if (url !== null) takeAddresses([url], 'pictures')
  }
