import { CircleSlash, Link, Redo2, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { ColumnHeader } from '../primitives/column-header'
import { ErrorNote } from '../primitives/error-note'
import { IconButton } from '../primitives/icon-button'
import { useActions, useApp, useAppState, useWords } from '../context/ui-context'
import { AddTagField } from './add-tag-field'
import { ScoringSection } from './scoring/scoring-section'
import { TagDropZone } from './tag-drop-zone'
import { TagRows } from './list/tag-list'
import { ExampleCount } from '../tasks/own/own-view'
import { TagSetsMenu } from './tag-sets-menu'
import { TemplateSection } from './scoring/template-section'
import { useCopyLink } from './use-copy-link'
import { NONE_ID } from '../../core/desk/view/view'
import { TagCount } from './tag-count'

/** Below the tags: how many pictures none of them fits. Not there while every picture has a tag. */
const NoneRow = () => {
  const { t } = useWords()
  const { selectors } = useApp()
  const shown = useAppState(
    (state) =>
      state.filter.answers.includes(NONE_ID) ||
      selectors.tagCounts(state).has(NONE_ID) ||
      state.marks.some(({ none }) => none),
  )
  if (!shown) return null
  return (
    <div className="mx-1.5 mb-2 flex h-8 items-center gap-1 rounded-control pe-1 ps-5 text-muted touch:h-12 touch:ps-8">
      <CircleSlash size={12} strokeWidth={2} aria-hidden className="me-1 shrink-0" />
      <span className="min-w-0 flex-1 truncate">{t('pictures.none')}</span>
      <ExampleCount tagId={NONE_ID} />
      <TagCount tagId={NONE_ID} tabIndex={0} />
    </div>
  )
}

/** The button for a link to the present tags. */
const CopyLink = () => {
  const { t } = useWords()
  const copy = useCopyLink()
  return <IconButton icon={Link} label={t('tags.copyLink')} onClick={() => void copy()} />
}

/** Everything about tags: the field, the rows, and below them how tags become prompts and scores. */
export const TagsPanel = ({ headed = true }: { readonly headed?: boolean }) => {
  const { t, format } = useWords()
  const { undo, redo } = useActions()
  const tags = useAppState((state) => state.tags)
  const canUndo = useAppState((state) => state.history.past.length > 0)
  const canRedo = useAppState((state) => state.history.future.length > 0)
  const error = useAppState((state) => state.tagsError)
  const [editingId, setEditingId] = useState<string | null>(null)

  const history = (
    <>
      <TagSetsMenu />
      <CopyLink />
      <IconButton
        directed
        icon={Undo2}
        label={t('history.undo')}
        keys="Ctrl Z"
        disabled={!canUndo}
        onClick={undo}
      />
      <IconButton
        directed
        icon={Redo2}
        label={t('history.redo')}
        keys="Ctrl Shift Z"
        disabled={!canRedo}
        onClick={redo}
      />
    </>
  )
  return (
    <section
      data-tags-panel
      aria-label={t('tags.title')}
      className="relative flex h-full min-h-0 flex-col bg-panel"
    >
      {headed ? (
        <ColumnHeader title={t('tags.title')} count={format.count(tags.length)}>
          {history}
        </ColumnHeader>
      ) : null}
      <AddTagField
        onEditLast={() => {
          setEditingId(tags.at(-1)?.id ?? null)
        }}
        onLeaveDown={() => {
          document.querySelector<HTMLElement>('[data-tag-text]')?.focus()
        }}
      />
      {error ? <ErrorNote error={error} className="mx-3 mb-2" /> : null}
      <div className="scroll-y min-h-24 flex-1">
        {tags.length === 0 ? (
          <div className="px-3 py-6 text-center">
            <p className="font-medium">{t('tags.emptyTitle')}</p>
            <p className="pt-1 text-12 text-muted">{t('tags.emptyText')}</p>
          </div>
        ) : (
          <>
            <TagRows tags={tags} editingId={editingId} onEdit={setEditingId} />
            <NoneRow />
          </>
        )}
      </div>
      <div className="scroll-y max-h-3/5 shrink-0">
        <TemplateSection />
        <ScoringSection />
      </div>
      {headed ? null : <div className="flex justify-end border-t border-line px-2 py-1">{history}</div>}
      <TagDropZone />
    </section>
  )
}
