import { Link } from 'lucide-react'
import { Button } from '../../primitives/button'
import { useActions, useAppState, useWords } from '../../context/ui-context'

/** Says what the link that opened the page has set for this visit, above everything that it changes. */
export const LinkLine = () => {
  const { t, format } = useWords()
  const { keepLinked, leaveLink } = useActions()
  const visit = useAppState(({ linkVisit }) => linkVisit)
  if (visit === null) return null
  const { ownTags, ownScoring } = visit
  const parts = [
    ...(ownTags ? [t('shell.linkParts.tags')] : []),
    ...(visit.ownMarks ? [t('shell.linkParts.examples')] : []),
    ...('template' in ownScoring ? [t('shell.linkParts.templates')] : []),
    ...('temperature' in ownScoring ? [t('shell.linkParts.temperature')] : []),
    ...('rules' in ownScoring ? [t('shell.linkParts.rules')] : []),
  ]
  return (
    <aside
      aria-label={t('shell.linkLine')}
      className="flex min-h-9 shrink-0 flex-wrap items-center gap-x-2.5 gap-y-1 border-b border-line bg-panel px-3 py-1 text-12"
    >
      <Link size={14} strokeWidth={1.75} aria-hidden className="shrink-0 text-muted" />
      <span className="min-w-0 flex-1 basis-52">{t('shell.linkSet', { parts: format.list(parts) })}</span>
      <span className="ms-auto flex gap-1">
        <Button size="small" onClick={keepLinked}>
          {t('shell.linkKeep')}
        </Button>
        <Button size="small" variant="quiet" onClick={leaveLink}>
          {t('shell.linkLeave')}
        </Button>
      </span>
    </aside>
  )
}
