import { useId, useState } from 'react'
import { isLabelled, type ExportKind, type ExportScope } from '../../core/exports/export-request'
import type { WhoseLabels } from '../../core/exports/shapes/labelled-picture'
import type { SidecarNaming } from '../../core/exports/shapes/sidecars'
import { wordModel } from '../../state/model/current-model'
import { exporting } from '../../words/en/pictures/exporting'
import { useAppState, usePlatform, useScreenStore, useWordsWith } from '../context/ui-context'
import { useSaveResults } from '../pictures/use-save-results'
import { Button } from '../primitives/button'
import { DialogFrame } from '../primitives/dialog/dialog-frame'
import { Choices } from './choices'
import { useDecided, useScopes } from './use-scopes'

const KINDS = {
  results: ['csv', 'labels', 'json', 'jsonl', 'npz'],
  project: ['project'],
  archives: ['zip', 'imagefolder', 'fiftyone', 'coco', 'xmp'],
  beyond: ['job'],
} as const satisfies Readonly<Record<string, readonly ExportKind[]>>

/** Scrolls what has come into sight: a kind at the lower edge would hide what it asks, and why it cannot be. */
const reveal = (element: HTMLElement | null) => {
  element?.scrollIntoView({ block: 'nearest' })
}

/** Which pictures go into a file, and which kind of file it is. */
export const ExportDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { t, format } = useWordsWith(exporting)
  const save = useSaveResults()
  const screen = useScreenStore()
  const { canWriteFolders } = usePlatform()
  const kindName = useId()
  const { first, choices } = useScopes()
  const formId = useId()
  const readsTags = useAppState(({ model }) => wordModel(model) !== null)
  const [scope, setScope] = useState<ExportScope>(first)
  const [kind, setKind] = useState<ExportKind>('csv')
  const [whose, setWhose] = useState<WhoseLabels>('decided-first')
  const [previews, setPreviews] = useState<'with' | 'without'>('with')
  const [sidecars, setSidecars] = useState<SidecarNaming>('name.ext.xmp')
  const { decided, tagged } = useDecided(scope)
  const groups = readsTags
    ? (['results', 'project', 'archives', 'beyond'] as const)
    : (['results', 'project', 'archives'] as const)
  const asksWhose = isLabelled(kind) && decided > 0
  const isEmpty = kind === 'xmp' && tagged === 0
  /** What else there is to choose of this kind: it stands in the group of kinds that it is in, where it is seen to come. */
  const details = (
    <div key={kind} ref={reveal} className="grid gap-4 ps-7 not-empty:pt-2">
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
      {kind === 'project' ? (
        <Choices
          legend={t('exporting.previews')}
          choices={(['with', 'without'] as const).map((one) => ({
            value: one,
            label: t(`exporting.previewsToo.${one}`),
          }))}
          value={previews}
          onChange={setPreviews}
        >
          <p className="px-2 pt-1 text-12 text-muted">{t('exporting.projectNote')}</p>
        </Choices>
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
          {sidecars === 'name.xmp' ? <p className="px-2 text-12 text-muted">{t('exporting.adobe')}</p> : null}
        </Choices>
      ) : null}
    </div>
  )
  return (
    <DialogFrame
      title={t('exporting.title')}
      shape="dialog"
      onClose={onClose}
      footer={
        <>
          {canWriteFolders ? (
            <Button
              variant="quiet"
              className="me-auto"
              onClick={() => {
                screen.setState({ dialog: 'moves' })
              }}
            >
              {t('exporting.disk')}
            </Button>
          ) : null}
          <Button type="submit" form={formId} variant="primary" disabled={isEmpty}>
            {t('exporting.go')}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className="grid gap-4 p-4"
        onSubmit={(event) => {
          event.preventDefault()
          onClose()
          void save({
            kind,
            scope,
            whose: asksWhose ? whose : 'decided-first',
            sidecars,
            previews: previews === 'with',
          })
        }}
      >
        <Choices legend={t('exporting.which')} choices={choices} value={scope} onChange={setScope} />
        {groups.map((group) => (
          <Choices
            key={group}
            legend={t(`exporting.${group}`)}
            choices={KINDS[group].map((one) => ({ value: one, label: t(`exporting.kinds.${one}`) }))}
            name={kindName}
            value={kind}
            onChange={setKind}
          >
            {(KINDS[group] as readonly ExportKind[]).includes(kind) ? details : null}
          </Choices>
        ))}
      </form>
    </DialogFrame>
  )
}
