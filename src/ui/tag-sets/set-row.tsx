import { tagSets } from '../../words/en/tag-sets'
import { Pencil, Trash2 } from 'lucide-react'
import { useState, type KeyboardEvent } from 'react'
import type { TagSet } from '../../core/tags/tag-sets'
import { Button } from '../primitives/button'
import { CutText } from '../primitives/cut-text/cut-text'
import { IconButton } from '../primitives/icon-button'
import { TextField } from '../primitives/fields/text-field'
import { useWordsWith } from '../context/ui-context'

interface SetRowProps {
  readonly set: TagSet
  readonly onUse: () => void
  /** @returns whether the name was taken over. */
  readonly onRename: (name: string) => boolean
  readonly onRemove: () => void
}

const focusAll = (field: HTMLInputElement | null) => {
  field?.focus()
  field?.select()
}

/** A set of the person's own: its name, how many tags it has, and what can be done with it. */
export const SetRow = ({ set: { name, tags }, onUse, onRename, onRemove }: SetRowProps) => {
  const { t } = useWordsWith(tagSets)
  const [renaming, setRenaming] = useState(false)
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') {
      if (onRename(event.currentTarget.value)) setRenaming(false)
    } else if (event.key === 'Escape') setRenaming(false)
    else return
    event.preventDefault()
  }
  return (
    <li className="flex min-h-10 items-center gap-1 border-t border-line py-1 first:border-t-0">
      {renaming ? (
        <TextField
          ref={focusAll}
          data-own-escape
          aria-label={t('tagSets.newName', { name })}
          defaultValue={name}
          onKeyDown={onKeyDown}
          onBlur={() => {
            setRenaming(false)
          }}
        />
      ) : (
        <>
          <CutText text={name} className="flex-1" />
          <span className="shrink-0 px-2 text-12 text-muted tabular-nums">
            {t('tagSets.tags', { count: tags.length })}
          </span>
          <Button size="small" aria-label={t('tagSets.use', { name })} onClick={onUse}>
            {t('tagSets.useShort')}
          </Button>
          <IconButton
            icon={Pencil}
            label={t('tagSets.rename', { name })}
            onClick={() => {
              setRenaming(true)
            }}
          />
          <IconButton icon={Trash2} label={t('tagSets.remove', { name })} onClick={onRemove} />
        </>
      )}
    </li>
  )
}
