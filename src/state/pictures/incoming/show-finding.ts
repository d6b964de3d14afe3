import { createDeferred } from '../../../core/async/deferred'
import type { Finding } from '../../../core/incoming/finding'
import { incoming } from '../../../words/en/pictures/incoming'
import { showStoppable } from '../../messages/show-stoppable'
import type { TakeInDeps } from './take-in-deps'

/** A small folder is listed by then, and shows nothing. */
const SHOWN_AFTER_MS = 300

/** Tells in a notice, once a search for files takes a moment, how many have been found, and lets it be stopped. */
export const showFinding = ({ notices, wordsWith }: Pick<TakeInDeps, 'notices' | 'wordsWith'>): Finding => {
  const { promise: stopped, resolve } = createDeferred<null>()
  let isStopped = false
  let notice: string | null = null
  let count = 0
  const text = () => {
    const { t, format } = wordsWith(incoming)
    return count === 0 ? t('incoming.looking') : t('incoming.found', { number: format.count(count) })
  }
  const show = () => {
    notice = showStoppable(notices, text, () => {
      isStopped = true
      resolve(null)
    })
  }
  const timer = setTimeout(show, SHOWN_AFTER_MS)
  return {
    stopped,
    isStopped: () => isStopped,
    found: (more) => {
      count = more
      if (notice !== null) notices.reword(notice, () => text())
    },
    end: () => {
      clearTimeout(timer)
      if (notice !== null) notices.dismiss(notice)
      notice = null
    },
  }
}
