import { shorten } from '../../core/tags/visible-text'
import type { Wording } from '../../words/wording'
import type { StepLabel } from '../app-state'

/** Letters of the tag that is named. */
const LONGEST = 40

/** What a step did, as a phrase: "remove 12 pictures". */
export const describeStep = ({ t }: Wording, label: StepLabel): string => {
  switch (label.kind) {
    case 'add-tags':
      return label.count === 1
        ? t('history.steps.add-tag', { tag: shorten(label.tag, LONGEST) })
        : t('history.steps.add-tags', { count: label.count })
    case 'remove-tag':
    case 'edit-tag':
    case 'move-tag':
    case 'set-threshold':
      return t(`history.steps.${label.kind}`, { tag: shorten(label.tag, LONGEST) })
    case 'add-pictures':
    case 'remove-pictures':
    case 'mark-pictures':
      return t(`history.steps.${label.kind}`, { count: label.count })
    case 'replace-tags':
    case 'open-project':
    case 'open-link':
    case 'leave-link':
    case 'set-template':
    case 'set-temperature':
    case 'set-rules':
    case 'part-pictures':
      return t(`history.steps.${label.kind}`)
  }
}
