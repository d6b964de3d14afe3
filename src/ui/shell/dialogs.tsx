import { lazy, Suspense } from 'react'
import { LabelsPanel } from '../labels/labels-panel'
import { useScreen, useScreenStore, useWords } from '../ui-context'

const DialogFrame = lazy(async () => ({ default: (await import('../primitives/dialog-frame')).DialogFrame }))
const KeysDialog = lazy(async () => ({ default: (await import('./keys-dialog')).KeysDialog }))
const PrivacyDialog = lazy(async () => ({
  default: (await import('../privacy/privacy-dialog')).PrivacyDialog,
}))
const CommandPalette = lazy(async () => ({
  default: (await import('../commands/command-palette')).CommandPalette,
}))
const TagSetsDialog = lazy(async () => ({
  default: (await import('../tag-sets/tag-sets-dialog')).TagSetsDialog,
}))
const ModelPopover = lazy(async () => ({ default: (await import('../model/model-popover')).ModelPopover }))
const ModelManager = lazy(async () => ({ default: (await import('../model/model-manager')).ModelManager }))

/** What is open over the page; its code is fetched when it is first opened. */
export const Dialogs = ({ narrow }: { readonly narrow: boolean }) => {
  const { t } = useWords()
  const screen = useScreenStore()
  const dialog = useScreen((state) => state.dialog)
  const close = () => {
    screen.setState({ dialog: null, offeredModel: null })
  }
  const content = () => {
    switch (dialog) {
      case 'commands':
        return <CommandPalette onClose={close} />
      case 'keys':
        return <KeysDialog onClose={close} />
      case 'privacy':
        return <PrivacyDialog onClose={close} />
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
  return <Suspense fallback={null}>{content()}</Suspense>
}
