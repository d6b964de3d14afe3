import { useId, useState } from 'react'
import type { ExportKind, ExportScope } from '../../core/exports/export-request'
import { exporting } from '../../words/en/pictures/incoming'
import { useApp, useAppState, useWordsWith } from '../context/ui-context'
import { useSaveResults } from '../pictures/use-save-results'
import { Button } from '../primitives/button'
import { DialogFrame } from '../primitives/dialog/dialog-frame'

const KINDS = ['csv', 'json', 'jsonl', 'npz', 'zip'] as const satisfies readonly ExportKind[]

interface ChoicesProps<Value extends string> {
  readonly legend: string
  readonly choices: readonly { readonly value: Value; readonly label: string }[]
  readonly value: Value
  readonly onChange: (value: Value) => void
}

/** One of a few, a line each. */
const Choices = <Value extends string>({ legend, choices, value, onChange }: ChoicesProps<Value>) => {
  const name = useId()
  return (
    <fieldset className="grid gap-0.5">
      <legend className="pb-1 text-12 text-muted">{legend}</legend>
      {choices.map((choice) => (
        <label
          key={choice.value}
          className="flex h-8 items-center gap-2.5 rounded-control px-2 hover:bg-hover touch:h-11"
        >
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => {
              onChange(choice.value)
            }}
            className="accent-accent"
          />
          <span>{choice.label}</span>
        </label>
      ))}
    </fieldset>
  )
}

/** Which pictures go into a file, and which kind of file it is. */
export const ExportDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { t, format } = useWordsWith(exporting)
  const { selectors } = useApp()
  const save = useSaveResults()
  const all = useAppState(({ pictures }) => pictures.length)
  const shown = useAppState((state) => selectors.shownPictures(state).length)
  const marked = useAppState(({ selection }) => selection.ids.size)
  const [scope, setScope] = useState<ExportScope>(marked > 1 ? 'marked' : shown < all ? 'shown' : 'all')
  const [kind, setKind] = useState<ExportKind>('csv')
  const counts = { all, shown, marked }
  // What is the same as all is no choice.
  const scopes = (['all', 'shown', 'marked'] as const).filter(
    (one) => one === 'all' || (counts[one] > 0 && (counts[one] < all || one === scope)),
  )
  return (
    <DialogFrame title={t('exporting.title')} shape="dialog" onClose={onClose}>
      <form
        className="grid gap-4 p-4"
        onSubmit={(event) => {
          event.preventDefault()
          onClose()
          void save({ kind, scope })
        }}
      >
        <Choices
          legend={t('exporting.which')}
          choices={scopes.map((one) => ({
            value: one,
            label: t(`exporting.scopes.${one}`, { number: format.count(counts[one]) }),
          }))}
          value={scope}
          onChange={setScope}
        />
        <Choices
          legend={t('exporting.as')}
          choices={KINDS.map((one) => ({ value: one, label: t(`exporting.kinds.${one}`) }))}
          value={kind}
          onChange={setKind}
        />
        <Button type="submit" variant="primary" className="justify-self-end">
          {t('exporting.go')}
        </Button>
      </form>
    </DialogFrame>
  )
}
