import { classifierLabels } from '../../../words/en/labels/classifier'
import type { WordingWith } from '../../../words/wording'
import { useWordsWith } from '../../context/ui-context'

/** The words with those of a classifier's labels, for late parts alone. */
export const useLabelWords = (): WordingWith<typeof classifierLabels> => useWordsWith(classifierLabels)
