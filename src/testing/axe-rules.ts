import type { RunOptions } from 'axe-core'

/** WCAG 2.2 to AA, and what axe calls best practice. */
export const WHOLE_PAGE: RunOptions = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
}

/** The rules of those that a theme's colours decide. */
export const COLOURS: RunOptions = {
  runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
}

/**
 * Has colours change at once: after a change of theme, one that is inherited would fade once more in each element, and
 * axe looks at what has come to rest.
 */
export const UNFADING = '*, ::before, ::after, ::backdrop { transition: none !important }'
