import type { PictureLabel } from '../../state/tasks/task'
import type { Wording } from '../../words/wording'

/** Marks that keep figures and names apart from what stands around them: of no use outside of the page. */
const ISOLATES = /[\u2066-\u2069]/g

/** A result as people write it: the picture's name, then a line for each label, or that the model cannot tell. */
export const resultAsText = (name: string, rows: readonly PictureLabel[], { t, format }: Wording): string =>
  [
    name,
    ...(rows.length === 0 ? [t('ranking.cannotTell')] : []),
    ...rows.map(({ tag, probability }) =>
      probability === null ? tag : `${tag}: ${format.percent(probability)}\u202f%`,
    ),
  ]
    .join('\n')
    .replace(ISOLATES, '')
