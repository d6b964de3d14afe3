import type { TaglensError } from '../../core/errors/taglens-error'
import type { ActionDeps } from '../app-deps'
import type { Notice } from '../app-state'
import { describeError } from './describe-error'

/** Toasts: what happened elsewhere and passes. */
export interface Notices {
  /**
   * @param onGone called once, when the notice is dismissed. Others push such a notice out last, and that ends nothing:
   * the work that it tells of goes on.
   */
  show(notice: Omit<Notice, 'id'>, onGone?: () => void): string
  dismiss(id: string): void
  /** Puts another text in place of the one that is shown, as work goes on. */
  reword(id: string, text: Notice['text']): void
  /**
   * Shows an error that has no place of its own, in place of an earlier one of its code: they read alike.
   * @param about what failed, by which {@link settled} knows it.
   */
  showProblem(error: TaglensError, again: () => void, about?: string): void
  /** Takes away the problem of something that has gone well since. */
  settled(about: string): void
}

/** More at a time cover what the person is doing. */
const LIMIT = 3

/** Creates the notices over the store. */
export const createNotices = ({ store, newId }: Pick<ActionDeps, 'store' | 'newId'>): Notices => {
  const whenGone = new Map<string, () => void>()
  const problems = new Map<TaglensError['code'], string>()
  const { getState, setState, subscribe } = store

  const dismiss = (id: string) => {
    setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }))
    const onGone = whenGone.get(id)
    whenGone.delete(id)
    onGone?.()
  }

  const settled = (about: string) => {
    for (const notice of getState().notices) if (notice.about === about) dismiss(notice.id)
  }

  const show: Notices['show'] = (notice, onGone) => {
    if (notice.about !== undefined) settled(notice.about)
    const id = newId()
    if (onGone) whenGone.set(id, onGone)
    const { notices } = getState()
    const out =
      notices.length < LIMIT ? null : (notices.find((other) => !whenGone.has(other.id)) ?? notices[0])
    setState({ notices: [...notices.filter((other) => other !== out), { ...notice, id }] })
    return id
  }

  subscribe((state) => {
    for (const { id, holds } of state.notices) if (holds?.(state) === false) dismiss(id)
  })

  return {
    show,
    dismiss,
    settled,
    reword: (id, text) => {
      setState(({ notices }) => ({
        notices: notices.map((notice) => (notice.id === id ? { ...notice, text } : notice)),
      }))
    },
    showProblem: (error, again, about) => {
      const earlier = problems.get(error.code)
      if (earlier !== undefined) dismiss(earlier)
      const id = show({
        tone: 'problem',
        ...(about !== undefined && { about }),
        code: error.code,
        text: (words) => {
          const { what, next } = describeError(words, error)
          return `${what} ${next}`
        },
        action: { label: ({ t }) => t('shell.tryAgain'), run: again },
      })
      problems.set(error.code, id)
    },
  }
}
