import { kept as keptTexts } from '../../../words/en/pictures/kept'
import type { ActionDeps } from '../../app-deps'
import type { Notices } from '../../messages/notices'

/** What is said of pictures that are not kept, each of it once where it would be said again and again. */
export interface KeptNotices {
  /** @param count pictures that there is no room for. */
  noRoom(count: number): void
  /** A picture that became a tag where nothing is kept: it is gone with the page, and words are not. */
  tagNotKept(): void
  /** @param count pictures of an earlier visit that are not there any longer. */
  missing(count: number): void
  /** @param count pictures of a project whose files are on another machine: adding their folder finds them. */
  absent(count: number): void
  /** @param count pictures that are no longer in the folder that they lay in. */
  gone(count: number): void
  /** @param count pictures whose files have changed in their folder: they are encoded again. */
  changed(count: number): void
  /** @param count pictures that have come into the folder since: they join the list. */
  arrived(count: number): void
  /** The folder of a list that is to be opened may not be read. */
  notAllowed(): void
  /** An earlier visit ended while it sorted pictures into folders. */
  interrupted(): void
}

/** Creates them over the page's notices. */
export const createKeptNotices = (notices: Notices, wordsWith: ActionDeps['wordsWith']): KeptNotices => {
  const texts = () => wordsWith(keptTexts)
  const told = new Set<'noRoom' | 'tagNotKept'>()
  const isNews = (notice: 'noRoom' | 'tagNotKept') => {
    const news = !told.has(notice)
    told.add(notice)
    return news
  }
  const tellOf = (what: 'absent' | 'missing' | 'gone' | 'changed' | 'arrived', count: number) => {
    if (count === 0) return
    const text = () => texts().t(`kept.${what}`, { count })
    notices.show({ tone: 'info', stays: true, text, action: null })
  }
  return {
    noRoom: (count) => {
      if (count === 0 || !isNews('noRoom')) return
      const text = () => texts().t('kept.noRoom', { count })
      notices.show({ tone: 'info', stays: true, text, action: null })
    },
    tagNotKept: () => {
      if (!isNews('tagNotKept')) return
      notices.show({ tone: 'info', text: () => texts().t('kept.tagNotKept'), action: null })
    },
    absent: (count) => {
      tellOf('absent', count)
    },
    missing: (count) => {
      tellOf('missing', count)
    },
    gone: (count) => {
      tellOf('gone', count)
    },
    changed: (count) => {
      tellOf('changed', count)
    },
    arrived: (count) => {
      tellOf('arrived', count)
    },
    interrupted: () => {
      notices.show({
        tone: 'info',
        stays: true,
        text: () => texts().t('kept.interrupted'),
        action: { label: () => texts().t('kept.interruptedShow'), opens: 'moves' },
      })
    },
    notAllowed: () => {
      notices.show({ tone: 'info', text: () => texts().t('kept.notAllowed'), action: null })
    },
  }
}
