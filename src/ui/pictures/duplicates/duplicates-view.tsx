import { useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { duplicates } from '../../../words/en/pictures/duplicates'
import { useWordsWith } from '../../context/ui-context'
import { DuplicatesBar, type ShownSameness } from './duplicates-bar'
import { GroupList } from './group-list'
import { LookLine } from './look-line'
import { useViews } from './use-views'

/** What is there twice in the list, in the place of its grid. */
export const DuplicatesView = () => {
  const { t, format } = useWordsWith(duplicates)
  const { found, phase } = useStore(useViews().duplicates)
  const [asked, setAsked] = useState<ShownSameness>('all')
  const groups = useMemo(() => found?.groups ?? [], [found])
  // A kind that has gone would leave an empty screen.
  const sameness = groups.some((group) => group.sameness === asked) ? asked : 'all'
  const shown = useMemo(
    () => (sameness === 'all' ? groups : groups.filter((group) => group.sameness === sameness)),
    [groups, sameness],
  )
  const unread = found?.unread ?? 0
  return (
    <div
      role="group"
      tabIndex={-1}
      data-duplicates
      aria-label={t('duplicates.title')}
      className="flex h-full min-h-0 flex-col outline-none"
    >
      <p role="status" className="sr-only">
        {found ? t('duplicates.all', { groups: format.count(groups.length) }) : ''}
      </p>
      {groups.length > 0 ? (
        <DuplicatesBar all={groups} shown={shown} sameness={sameness} onChange={setAsked} />
      ) : null}
      {unread > 0 ? (
        <p className="shrink-0 border-b border-line px-3 py-2 text-12 text-muted">
          {t('duplicates.unread', { count: unread })}
        </p>
      ) : null}
      <div className="min-h-0 flex-1">
        {groups.length > 0 ? (
          <GroupList groups={shown} />
        ) : found ? (
          <p className="flex h-full items-center justify-center p-6 text-muted">{t('duplicates.nothing')}</p>
        ) : null}
      </div>
      <LookLine phase={phase} looking={t('duplicates.looking')} stopped={t('duplicates.stopped')} />
    </div>
  )
}
