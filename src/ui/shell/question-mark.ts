/** Prefixed: every project of one GitHub Pages owner shares one origin. */
const KEY = 'taglens.question-mark'

/**
 * Whether a question mark opens the list of keys. A key of one character must be possible to switch off, for
 * those who dictate or press keys by accident (WCAG 2.1.4); it is the only one that works everywhere.
 */
export const questionMarkWorks = (): boolean => {
  try {
    return localStorage.getItem(KEY) !== 'off'
  } catch {
    return true
  }
}

/** Switches it on or off; without effect where storage is refused. */
export const setQuestionMark = (works: boolean): void => {
  try {
    if (works) localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, 'off')
  } catch {
    // Full or forbidden: the key stays as it was.
  }
}
