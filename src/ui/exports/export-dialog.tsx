import { useId, useMemo, useState } from 'react'
import { isLabelled, type ExportKind, type ExportScope } from '../../core/exports/export-request'
import type { WhoseLabels } from '../../core/exports/shapes/labelled-picture'
import type { SidecarNaming } from '../../core/exports/shapes/sidecars'
import { countDecided } from '../../state/exports/labelled-pictures'
import { modelFor } from '../../state/model/current-model'
import { exporting } from '../../words/en/pictures/exporting'
import { useApp, useAppState, useWordsWith } from '../context/ui-context'
import { useSaveResults } from '../pictures/use-save-results'
import { Button } from '../primitives/button'
import { DialogFrame } from '../primitives/dialog/dialog-frame'
import { Choices } from './choices'

const KINDS = {
  results: ['csv', 'labels', 'json', 'jsonl', 'npz'],
  archives: ['zip', 'imagefolder', 'fiftyone', 'coco', 'xmp'],
  beyond: ['job'],
} as const satisfies Readonly<Record<string, readonly ExportKind[]>>

/** How many of the pictures that are chosen the person has decided on. */
const useDecided = (scope: ExportScope) => {
  const { selectors } = useApp()
  const marks = useAppState((state) => state.marks)
  const tags = useAppState((state) => state.tags)
  const pictures = useAppState((state) => (scope === 'all' ? state.pictures : selectors.shownPictures(state)))
  const ids = useAppState(({ selection }) => selection.ids)
  return useMemo(() => {
    const chosen = scope === 'marked' ? pictures.filter(({ id }) => ids.has(id)) : pictures
    return countDecided({ marks, tags }, chosen)
  }, [scope, pictures, ids, marks, tags])
}

/** Which pictures go into a file, and which kind of file it is. */
export const ExportDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { t, format } = useWordsWith(exporting)
  const { selectors } = useApp()
  const save = useSaveResults()
  const kindName = useId()
  const all = useAppState(({ pictures }) => pictures.length)
  const shown = useAppState((state) => selectors.shownPictures(state).length)
  const marked = useAppState(({ selection }) => selection.ids.size)
  const readsTags = useAppState(({ model }) => modelFor(model, 'zero-shot') !== null)
  const [scope, setScope] = useState<ExportScope>(marked > 1 ? 'marked' : shown < all ? 'shown' : 'all')
  const [kind, setKind] = useState<ExportKind>('csv')
  const [whose, setWhose] = useState<WhoseLabels>('decided-first')
  const [sidecars, setSidecars] = useState<SidecarNaming>('name.ext.xmp')
  const { decided, tagged } = useDecided(scope)
  const counts = { all, shown, marked }
  // What is the same as all is no choice.
  const scopes = (['all', 'shown', 'marked'] as const).filter(
    (one) => one === 'all' || (counts[one] > 0 && (counts[one] < all || one === scope)),
  )
  const groups = readsTags ? (['results', 'archives', 'beyond'] as const) : (['results', 'archives'] as const)
  const asksWhose = isLabelled(kind) && decided > 0
  const isEmpty = kind === 'xmp' && tagged === 0
  return (
    <DialogFrame title={t('exporting.title')} shape="dialog" onClose={onClose}>
      <form
        className="grid gap-4 p-4"
        onSubmit={(event) => {
          event.preventDefault()
          onClose()
          void save({ kind, scope, whose: asksWhose ? whose : 'decided-first', sidecars })
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
        {groups.map((group) => (
          <Choices
            key={group}
            legend={t(`exporting.${group}`)}
            choices={KINDS[group].map((one) => ({ value: one, label: t(`exporting.kinds.${one}`) }))}
            name={kindName}
            value={kind}
            onChange={setKind}
          />
        ))}
        {asksWhose ? (
          <Choices
            legend={t('exporting.whose')}
            choices={(['decided-first', 'decided-only'] as const).map((one) => ({
              value: one,
              label: t(`exporting.whoses.${one}`, { number: format.count(decided) }),
            }))}
            value={whose}
            onChange={setWhose}
          />
        ) : null}
        {kind === 'xmp' ? (
          <Choices
            legend={t('exporting.naming')}
            choices={(['name.ext.xmp', 'name.xmp'] as const).map((one) => ({
              value: one,
              label: t(`exporting.namings.${one}`),
            }))}
            value={sidecars}
            onChange={setSidecars}
          >
            <p className="px-2 pt-1 text-12 text-muted">
              {isEmpty ? t('exporting.noneTagged') : t('exporting.tagged', { count: tagged })}
            </p>
            {sidecars === 'name.xmp' ? (
              <p className="px-2 text-12 text-muted">{t('exporting.adobe')}</p>
            ) : null}
          </Choices>
        ) : null}
        <Button type="submit" variant="primary" className="justify-self-end" disabled={isEmpty}>
          {t('exporting.go')}
        </Button>
      </form>
    </DialogFrame>
  )
}
