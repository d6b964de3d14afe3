import type { Wording } from '../../words/wording'
import type { StepLabel } from '../app-state'

/** A tag may have ten thousand letters, and this stands within a sentence. */
const LONGEST = 40

const shorten = (tag: string): string => (tag.length > LONGEST ? `${tag.slice(0, LONGEST - 1)}…` : tag)

/** What a step did, as a phrase: "remove 12 pictures". */
export const describeStep = ({ t }: Wording, label: StepLabel): string => {
  switch (label.kind) {
    case 'add-tags':
      return label.count === 1
        ? t('history.steps.add-tag', { tag: shorten(label.tag) })
        : t('history.steps.add-tags', { count: label.count })
    case 'remove-tag':
    case 'edit-tag':
    case 'move-tag':
    case 'set-threshold':
      return t(`history.steps.${label.kind}`, { tag: shorten(label.tag) })
    case 'add-pictures':
    case 'remove-pictures':
      return t(`history.steps.${label.kind}`, { count: label.count })
    case 'replace-tags':
    case 'open-link':
    case 'leave-link':
    case 'set-template':
    case 'set-temperature':
    case 'set-rules':
      return t(`history.steps.${label.kind}`)
  }
}
