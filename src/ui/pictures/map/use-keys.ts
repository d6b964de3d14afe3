import type { Colouring, ListMap } from '../../../core/desk/map/list-map'
import { NONE_ID } from '../../../core/desk/view/view'
import { map as words } from '../../../words/en/pictures/map'
import { useApp, useAppState, useWordsWith } from '../../context/ui-context'

/** What points have in common, as a person reads it. */
export interface MapKey {
  readonly key: string
  readonly text: string
  /** As of a tag; `null` of what has none. */
  readonly hue: number | null
  readonly count: number
}

/** The keys of a map by one colouring, in the order of `PointColours.keys`. */
export const useKeys = (map: ListMap, colouring: Colouring): readonly MapKey[] => {
  const labelOf = useLabelOf()
  const { t } = useWordsWith(words)
  const { keys, counts } = map.colours[colouring]
  return keys.map((key, place) => {
    const count = counts[place] ?? 0
    if (colouring === 'set') return { key, count, hue: place, text: key === '' ? t('map.noFolder') : key }
    return { key, count, ...labelOf(key) }
  })
}

/** What a label is called, by its id, and its hue. */
export const useLabelOf = () => {
  const { t } = useWordsWith(words)
  const { selectors } = useApp()
  const labels = useAppState(selectors.filterLabels)
  const tags = useAppState((state) => state.tags)
  return (id: string): { readonly text: string; readonly hue: number | null } => {
    if (id === NONE_ID) return { text: t('pictures.none'), hue: null }
    const label = labels.find((each) => each.id === id) ?? tags.find((each) => each.id === id)
    return { text: label?.text ?? t('map.unknown'), hue: label?.hue ?? null }
  }
}
