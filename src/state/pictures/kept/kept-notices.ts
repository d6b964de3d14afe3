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
  /**
   * Follows how many there are on the list, and goes with the last of them.
   * @param count pictures of a project whose files are on another machine: adding their folder finds them.
   */
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

/** Pictures are found by the thousand, and of a long list each change is no reason to count. */
const COUNT_AFTER_MS = 300

/** Creates them over the page's notices. */
export const createKeptNotices = (
  { store, wordsWith }: Pick<ActionDeps, 'store' | 'wordsWith'>,
  notices: Notices,
): KeptNotices => {
  const texts = () => wordsWith(keptTexts)
  const told = new Set<'noRoom' | 'tagNotKept'>()
  const isNews = (notice: 'noRoom' | 'tagNotKept') => {
    const news = !told.has(notice)
    told.add(notice)
    return news
  }
  const tellOf = (what: 'missing' | 'gone' | 'changed' | 'arrived', count: number) => {
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
      if (count === 0) return
      let left = count
      let timer: ReturnType<typeof setTimeout> | null = null
      const text = () => texts().t('kept.absent', { count: left })
      const notice = notices.show(
        { tone: 'info', about: 'absent pictures', stays: true, text, action: null },
        () => {
          stopWatching()
          if (timer !== null) clearTimeout(timer)
        },
      )
      const countAgain = () => {
        timer = null
        const before = left
        left = 0
        for (const { absent } of store.getState().pictures) if (absent) left += 1
        if (left === 0) notices.dismiss(notice)
        else if (left !== before) notices.reword(notice, () => text())
      }
      const stopWatching = store.subscribe(({ pictures }, before) => {
        if (pictures !== before.pictures) timer ??= setTimeout(countAgain, COUNT_AFTER_MS)
      })
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
