import type { Sentence } from '../../words/wording'
import type { Notices } from './notices'

/**
 * Shows how far something is, with a button that stops it; so does putting the notice away.
 * @returns its id, to reword and to dismiss it by.
 */
export const showStoppable = ({ show }: Pick<Notices, 'show'>, text: Sentence, stop: () => void): string =>
  show({ tone: 'info', stays: true, text, action: { label: ({ t }) => t('shell.stop'), run: stop } }, stop)
