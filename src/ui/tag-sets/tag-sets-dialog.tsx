import { tagSets } from '../../words/en/tag-sets'
import { use, useEffect, useState, type SubmitEvent } from 'react'
import { toSetName, type TagSetChange } from '../../core/tags/own-sets'
import { Button } from '../primitives/button'
import { DialogFrame } from '../primitives/dialog/dialog-frame'
import { TextField } from '../primitives/fields/text-field'
import { useActions, useAppState, useWordsWith } from '../context/ui-context'
import { SetRow } from './set-row'

/** What became of the last press, and what can be done about it. */
interface Note {
  readonly text: string
  readonly action: { readonly label: string; readonly run: () => void } | null
}

const NOTHING: Note = { text: '', action: null }

/** Keeps the present tags under a name, and has every set that was kept: to use, to rename, to delete. */
export const TagSetsDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useWordsWith(tagSets)
  const { ownTagSets, replaceTags } = useActions()
  const { keepTagSet, refreshTagSets, removeTagSet, renameTagSet } = use(ownTagSets.held())
  const sets = useAppState((state) => state.tagSets)
  const present = useAppState((state) => state.tags)
  const [name, setName] = useState('')
  const [note, setNote] = useState(NOTHING)
  useEffect(refreshTagSets, [refreshTagSets])
  const inWords = present.filter(({ picture }) => picture === null).length

  const tell = (text: string, action: Note['action'] = null) => {
    setNote({ text, action })
  }
  const keep = (replaces: boolean) => {
    const change: TagSetChange = keepTagSet(name, replaces)
    if (change.kind === 'changed') {
      tell(t('tagSets.kept', { name: toSetName(name) }))
      setName('')
    } else {
      const replace = () => {
        keep(true)
      }
      tell(
        t(`tagSets.refusals.${change.reason}`),
        change.reason === 'taken' ? { label: t('tagSets.replace'), run: replace } : null,
      )
    }
  }
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault()
    keep(false)
  }
  const rename = (from: string, to: string): boolean => {
    const change = renameTagSet(from, to)
    tell(change.kind === 'refused' ? t(`tagSets.refusals.${change.reason}`) : '')
    return change.kind === 'changed'
  }
  const remove = (removed: string) => {
    const putBack = removeTagSet(removed)
    const undo = () => {
      putBack()
      setNote(NOTHING)
    }
    tell(t('tagSets.removed', { name: removed }), { label: t('tagSets.undo'), run: undo })
  }

  return (
    <DialogFrame title={t('tagSets.title')} shape="dialog" onClose={onClose}>
      <div className="p-4">
        <form onSubmit={onSubmit} className="flex gap-2">
          <TextField
            aria-label={t('tagSets.name')}
            placeholder={t('tagSets.name')}
            value={name}
            onChange={({ target }) => {
              setName(target.value)
            }}
          />
          <Button variant="primary" type="submit" className="shrink-0">
            {t('tagSets.keep', { count: inWords })}
          </Button>
        </form>
        {inWords < present.length ? (
          <p className="pt-1.5 text-12 text-muted">{t('tagSets.pictures')}</p>
        ) : null}
        <div className="flex min-h-11 items-center gap-2 py-1.5 text-12">
          <p aria-live="polite" dir="auto" className="min-w-0 break-words">
            {note.text}
          </p>
          {note.action ? (
            <Button size="small" className="shrink-0" onClick={note.action.run}>
              {note.action.label}
            </Button>
          ) : null}
        </div>
        {sets.length === 0 ? (
          <p className="text-muted">{t('tagSets.none')}</p>
        ) : (
          <ul aria-label={t('tagSets.list')}>
            {sets.map((set) => (
              <SetRow
                key={set.name}
                set={set}
                onUse={() => {
                  replaceTags(set.tags)
                  onClose()
                }}
                onRename={(to) => rename(set.name, to)}
                onRemove={() => {
                  remove(set.name)
                }}
              />
            ))}
          </ul>
        )}
      </div>
    </DialogFrame>
  )
}
