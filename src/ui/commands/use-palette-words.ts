import { palette } from '../../words/en/commands'
import type { WordingWith } from '../../words/wording'
import { useWordsWith } from '../context/ui-context'

/** The words with those of the palette, which come with it. */
export const usePaletteWords = (): WordingWith<typeof palette> => useWordsWith(palette)
