import { useId } from 'react'
import type { DuplicateGroup } from '../../../core/desk/duplicates/duplicates'
import { duplicates } from '../../../words/en/pictures/duplicates'
import { useWordsWith } from '../../context/ui-context'
import { Button } from '../../primitives/button'
import { focusGroups } from './focus-groups'
import { GroupPicture } from './group-picture'
import { useViews } from './use-views'

/** Pictures of a group that are drawn; the grid shows all. */
const MOST_DRAWN = 24

/** Pictures that are one or alike, the best first, and what can be done with them. */
export const DuplicateGroupCard = ({ group }: { readonly group: DuplicateGroup }) => {
  const { t, format } = useWordsWith(duplicates)
  const views = useViews()
  const id = useId()
  const { sameness, rows, bestBy } = group
  const [best = 0, ...others] = rows
  const title = t(`duplicates.group.${sameness}`, { count: rows.length })
  const rest = rows.length - MOST_DRAWN
  return (
    <div role="group" aria-labelledby={id} className="flex h-full min-h-0 flex-col gap-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <h3 id={id} className="min-w-40 flex-1 truncate text-13 font-semibold">
          {title}
        </h3>
        <div className="flex flex-wrap gap-1.5">
          <Button
            size="small"
            aria-describedby={id}
            onClick={() => {
              views.showInGrid(rows, t('duplicates.title'))
            }}
          >
            {t('duplicates.show')}
          </Button>
          <Button
            size="small"
            aria-describedby={id}
            onClick={() => {
              views.selectInGrid(rows, [best], t('duplicates.title'))
            }}
          >
            {t('duplicates.others')}
          </Button>
          {sameness === 'bytes' ? null : (
            <Button
              size="small"
              aria-describedby={id}
              onClick={({ currentTarget }) => {
                // The button goes with its group.
                focusGroups(currentTarget)
                views.setDiffering([group])
              }}
            >
              {t('duplicates.differ')}
            </Button>
          )}
        </div>
      </div>
      <ul className="flex min-h-0 gap-2 overflow-x-auto p-0.5">
        <GroupPicture row={best} bestBy={bestBy} />
        {others.slice(0, MOST_DRAWN - 1).map((row) => (
          <GroupPicture key={row} row={row} bestBy={null} />
        ))}
        {rest > 0 ? (
          <li className="flex shrink-0 items-center px-3 text-12 text-muted">
            {t('duplicates.more', { rest: format.count(rest) })}
          </li>
        ) : null}
      </ul>
    </div>
  )
}
