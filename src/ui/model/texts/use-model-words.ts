import { modelPanel } from '../../../words/en/model/panel'
import type { WordingWith } from '../../../words/wording'
import { useWordsWith } from '../../context/ui-context'

/** The words with those of the parts that show models. */
export type ModelWording = WordingWith<typeof modelPanel>

/** For late parts alone: what the page begins with would take these texts along. */
export const useModelWords = (): ModelWording => useWordsWith(modelPanel)
