import { SAMENESS, type DuplicateGroup, type Sameness } from '../../../core/desk/duplicates/duplicates'
import { duplicates } from '../../../words/en/pictures/duplicates'
import { useWordsWith } from '../../context/ui-context'
import { Button } from '../../primitives/button'
import { focusGroups } from './focus-groups'
import { useViews } from './use-views'

export type ShownSameness = Sameness | 'all'

interface DuplicatesBarProps {
  readonly all: readonly DuplicateGroup[]
  readonly shown: readonly DuplicateGroup[]
  readonly sameness: ShownSameness
  readonly onChange: (sameness: ShownSameness) => void
}

/** Which groups are shown, and what can be done with all of them at once. */
export const DuplicatesBar = ({ all, shown, sameness, onChange }: DuplicatesBarProps) => {
  const { t, format } = useWordsWith(duplicates)
  const views = useViews()
  const countOf = (kind: Sameness) => format.count(all.filter((group) => group.sameness === kind).length)
  const bests = shown.map(({ rows }) => rows[0] ?? 0)
  const rows = shown.flatMap((group) => group.rows)
  const others = new Set(rows).size - new Set(bests).size
  const differing = shown.filter((group) => group.sameness !== 'bytes')
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-2 border-b border-line bg-panel px-3 py-2">
      <select
        aria-label={t('duplicates.kind')}
        value={sameness}
        onChange={({ target }) => {
          onChange(SAMENESS.find((kind) => kind === target.value) ?? 'all')
        }}
        className="h-8 min-w-0 rounded-control border border-control bg-card px-2 text-13 text-text touch:h-11 touch:text-16"
      >
        <option value="all">{t('duplicates.all', { groups: format.count(all.length) })}</option>
        {SAMENESS.map((kind) => (
          <option key={kind} value={kind}>
            {t(`duplicates.kinds.${kind}`, { groups: countOf(kind) })}
          </option>
        ))}
      </select>
      <p className="min-w-40 flex-1 text-12 text-muted">{t('duplicates.hint')}</p>
      <div className="flex flex-wrap gap-1.5">
        <Button
          size="small"
          disabled={others === 0}
          onClick={() => {
            views.selectInGrid(rows, bests, t('duplicates.title'))
          }}
        >
          {t('duplicates.othersOfAll', { count: others })}
        </Button>
        {differing.length === 0 ? null : (
          <Button
            size="small"
            onClick={({ currentTarget }) => {
              focusGroups(currentTarget)
              views.setDiffering(differing)
            }}
          >
            {t('duplicates.allDiffer')}
          </Button>
        )}
      </div>
    </div>
  )
}
