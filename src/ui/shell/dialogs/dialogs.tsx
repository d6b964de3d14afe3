import { lateComponent } from '../../parts/late-component'
import { DialogPart } from '../../parts/part'
import { LabelsPanel } from '../../tasks/labels-panel'
import { useScreen, useScreenStore, useWords } from '../../context/ui-context'

const DialogFrame = lateComponent(
  async () => (await import('../../primitives/dialog/dialog-frame')).DialogFrame,
)
const AboutDialog = lateComponent(async () => (await import('./about-dialog')).AboutDialog)
const KeysDialog = lateComponent(async () => (await import('./keys-dialog')).KeysDialog)
const PrivacyDialog = lateComponent(async () => (await import('../../privacy/privacy-dialog')).PrivacyDialog)
const CommandPalette = lateComponent(
  async () => (await import('../../commands/command-palette')).CommandPalette,
)
const CompareDialog = lateComponent(
  async () => (await import('../../tasks/comparison/compare-dialog')).CompareDialog,
)
const ReportDialog = lateComponent(
  async () => (await import('../../tasks/own/report/report-dialog')).ReportDialog,
)
const AgreementDialog = lateComponent(
  async () => (await import('../../tasks/agreement/agreement-dialog')).AgreementDialog,
)
const TagSetsDialog = lateComponent(
  async () => (await import('../../tag-sets/tag-sets-dialog')).TagSetsDialog,
)
const AddressDialog = lateComponent(
  async () => (await import('../../pictures/add/address-dialog')).AddressDialog,
)
const LiveDialog = lateComponent(async () => (await import('../../live/live-dialog')).LiveDialog)
const LeftOutDialog = lateComponent(
  async () => (await import('../../pictures/add/left-out-dialog')).LeftOutDialog,
)
const FilesOutDialog = lateComponent(
  async () => (await import('../../exports/files-out-dialog')).FilesOutDialog,
)
const MeasureDialog = lateComponent(
  async () => (await import('../../model/measure/measure-dialog')).MeasureDialog,
)
const ModelPopover = lateComponent(async () => (await import('../../model/chip/model-popover')).ModelPopover)
const ModelManager = lateComponent(async () => (await import('../../model/model-manager')).ModelManager)

/** What is open over the page; its code is fetched when it is first opened. */
export const Dialogs = ({ narrow }: { readonly narrow: boolean }) => {
  const { t } = useWords()
  const screen = useScreenStore()
  const dialog = useScreen((state) => state.dialog)
  const close = () => {
    screen.setState({ dialog: null, offeredModel: null, offeredVideo: null })
  }
  const content = () => {
    switch (dialog) {
      case 'commands':
        return <CommandPalette onClose={close} />
      case 'about':
        return <AboutDialog onClose={close} />
      case 'keys':
        return <KeysDialog onClose={close} />
      case 'privacy':
        return <PrivacyDialog onClose={close} />
      case 'address':
        return <AddressDialog onClose={close} />
      case 'left-out':
        return <LeftOutDialog onClose={close} />
      case 'export':
      case 'moves':
        return <FilesOutDialog into={dialog} onClose={close} />
      case 'live':
        return <LiveDialog onClose={close} />
      case 'measure':
        return <MeasureDialog onClose={close} />
      case 'compare':
        return <CompareDialog onClose={close} />
      case 'own':
        return <ReportDialog onClose={close} />
      case 'agreement':
        return <AgreementDialog onClose={close} />
      case 'tag-sets':
        return <TagSetsDialog onClose={close} />
      case 'model':
        return narrow ? (
          <DialogFrame title={t('model.details')} shape="sheet" onClose={close}>
            <ModelManager onDone={close} />
          </DialogFrame>
        ) : (
          <ModelPopover onClose={close} />
        )
      case 'tags':
        return narrow ? (
          <DialogFrame title={t('shell.tagsSheet')} shape="sheet" onClose={close}>
            <LabelsPanel headed={false} />
          </DialogFrame>
        ) : null
      case null:
        return null
    }
  }
  return (
    <DialogPart key={dialog} onClose={close}>
      {content()}
    </DialogPart>
  )
}
