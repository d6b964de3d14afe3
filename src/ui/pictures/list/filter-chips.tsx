import { ELSEWHERE_ID, FAILED_ID, NONE_ID } from '../../../core/desk/view/view'
import { list } from '../../../words/en/pictures/list'
import {
  useActions,
  useApp,
  useAppState,
  useScreen,
  useScreenStore,
  useWordsWith,
} from '../../context/ui-context'
import { Chip } from './chip'
import { useReviewWords } from '../use-decision'
import { RangeChip } from './range-chip'
import { useReview } from './use-decision-filter'

const useAnswerChips = () => {
  const { t } = useWordsWith(list)
  const { selectors } = useApp()
  const { toggleFilter } = useActions()
  const answers = useAppState(({ filter }) => filter.answers)
  const labels = useAppState(selectors.filterLabels)
  const others: Readonly<Record<string, string>> = {
    [NONE_ID]: t('pictures.none'),
    [FAILED_ID]: t('list.failed'),
    [ELSEWHERE_ID]: t('pictures.elsewhere'),
  }
  return answers.flatMap((id) => {
    const label = labels.find((each) => each.id === id)
    const text = label?.text ?? others[id]
    const chip = (known: string) => (
      <Chip
        text={known}
        hue={label?.hue ?? null}
        label={t('list.filterOff', { tag: known })}
        onRemove={() => {
          toggleFilter(id)
        }}
      />
    )
    return text === undefined ? [] : [{ key: id, chip: chip(text) }]
  })
}

const useRangeChips = () => {
  const { t, format } = useWordsWith(list)
  const { selectors } = useApp()
  const { filterByScore } = useActions()
  const screen = useScreenStore()
  const open = useScreen(({ rangeOf }) => rangeOf)
  const ranges = useAppState(({ filter }) => filter.ranges)
  const labels = useAppState(selectors.filterLabels)
  const percent = (share: number) => format.count(Math.round(share * 100))
  return ranges.map(({ label: id, least, most }) => {
    const label = labels.find((each) => each.id === id)
    const tag = label?.text ?? ''
    const ends = { least: percent(least), most: percent(most) }
    const range = t('list.range', { tag, ...ends })
    return {
      key: `range ${id}`,
      chip: (
        <RangeChip
          tag={tag}
          range={t('list.rangeShort', ends)}
          hue={label?.hue ?? 0}
          openLabel={t('list.rangeOpen', { range: `${tag} ${t('list.rangeShort', ends)}` })}
          removeLabel={t('list.filterOff', { tag: range })}
          isOpen={open === id}
          onOpen={() => {
            screen.setState({ rangeOf: open === id ? null : id })
          }}
          onRemove={() => {
            filterByScore({ label: id, least: 0, most: 1 })
          }}
        />
      ),
    }
  })
}

/** Pictures that were asked for by themselves, such as those of one mistake. */
const useOnlyChip = () => {
  const { t } = useWordsWith(list)
  const { endOnly } = useActions()
  const only = useAppState((state) => state.only)
  if (!only) return []
  const chip = (
    <Chip text={only.text} hue={null} label={t('list.filterOff', { tag: only.text })} onRemove={endOnly} />
  )
  return [{ key: 'only', chip }]
}

/** What is decided, or what is not. */
const useDecisionChip = () => {
  const { t: say } = useWordsWith(list)
  const { t } = useReviewWords()
  const { decidedOnly, show } = useReview()
  if (decidedOnly === null) return []
  const text = t(decidedOnly ? 'review.onlyDecided' : 'review.onlyUndecided')
  const chip = (
    <Chip
      text={text}
      hue={null}
      label={say('list.filterOff', { tag: text })}
      onRemove={() => {
        show(null)
      }}
    />
  )
  return [{ key: 'decided', chip }]
}

/** What the list is narrowed to: single pictures, decisions, answers, then ranges of scores, each in the order in which they were chosen. */
export const FilterChips = () => {
  const { t } = useWordsWith(list)
  const answers = useAnswerChips()
  const ranges = useRangeChips()
  const only = useOnlyChip()
  const decided = useDecisionChip()
  const chips = [...only, ...decided, ...answers, ...ranges]
  if (chips.length === 0) return null
  return (
    // Three lines at most are in sight: a chip is whole or is scrolled to.
    <ul
      aria-label={t('list.chips')}
      className="scroll-y flex max-h-22 min-w-0 flex-wrap items-center gap-1 p-0.5 touch:max-h-32"
    >
      {chips.map(({ key, chip }) => (
        <li key={key} className="max-w-full min-w-0">
          {chip}
        </li>
      ))}
    </ul>
  )
}
