import type { TagChange } from '../../state/app-actions'
import type { Wording } from '../../words/wording'

const QUOTED = 3

const quote = ({ t, format }: Wording, tags: readonly string[]): string => {
  const shown = format.list(tags.slice(0, QUOTED).map((tag) => t('tags.quoted', { tag })))
  const rest = tags.length - QUOTED
  return rest > 0 ? t('tags.quotedMore', { tags: shown, more: format.count(rest) }) : shown
}

/** What became of an edit, for the note under the field; empty where there is nothing to say. */
export const describeTagChange = (words: Wording, change: TagChange): string => {
  const { t } = words
  switch (change.kind) {
    case 'unchanged':
      return ''
    case 'refused':
      return t('tags.duplicate', { tag: change.duplicate })
    case 'changed': {
      const { added, duplicates } = change
      const [first] = added
      const news = [
        ...(added.length > 1 ? [t('tags.added', { count: added.length })] : []),
        ...(added.length === 1 && first !== undefined ? [t('tags.addedOne', { tag: first })] : []),
        ...(duplicates.length > 0
          ? [t('tags.wereThere', { tags: quote(words, duplicates), count: duplicates.length })]
          : []),
      ]
      return news.join(' ')
    }
  }
}
