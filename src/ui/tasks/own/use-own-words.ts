import { own } from '../../../words/en/own'
import type { WordingWith } from '../../../words/wording'
import { useWordsWith } from '../../context/ui-context'

/** The words with those of a classifier of the person's own, for late parts alone. */
export const useOwnWords = (): WordingWith<typeof own> => useWordsWith(own)
