import { readTagFile } from '../../core/tags/tag-file'
import type { AppActions } from '../../state/app-actions'
import { describeError } from '../../state/messages/describe-error'
import { incoming } from '../../words/en/pictures/incoming'
import type { Words } from '../../words/create-words'
import type { ScreenStore } from '../context/screen-state'
import { describeTagChange } from './describe-tag-change'

/** What takes in a list of tags works with. */
interface ListTaker extends Pick<AppActions, 'addTags'> {
  readonly screen: ScreenStore
  readonly words: Pick<Words, 'with'>
  readText(file: File): Promise<string>
}

const isJson = ({ type, name }: File): boolean => type === 'application/json' || /\.json$/i.test(name)

/** So that a tag with a comma stays one. */
const quoteTag = (tag: string): string => `"${tag.replaceAll('"', '""')}"`

/** Adds the tags of a file in one step; a note tells what became of them, and how many web addresses were left out. */
export const takeTagList = async (
  list: File,
  { addTags, readText, screen, words }: ListTaker,
): Promise<void> => {
  const read = readTagFile(await readText(list), isJson(list))
  if (read.kind === 'failed')
    screen.setState({
      tagNote: (now) => now.t('tags.listRefused', { reason: describeError(now, read.error).what }),
    })
  if (read.kind !== 'done') return
  const { tags, addresses } = read.value
  const change = addTags(tags.map(quoteTag).join(','))
  screen.setState({
    tagNote: (now) => {
      const news = describeTagChange(now, change)
      if (addresses === 0) return news
      return `${news} ${words.with(incoming).t('incoming.addressesLeftOut', { count: addresses })}`.trim()
    },
  })
}
