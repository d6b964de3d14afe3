import { live } from '../../words/en/live'
import type { WordingWith } from '../../words/wording'
import { useWordsWith } from '../context/ui-context'

/** The words with those of what runs live, for late parts alone: what the page begins with would take these texts along. */
export const useLiveWords = (): WordingWith<typeof live> => useWordsWith(live)
