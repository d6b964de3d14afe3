import { lazy, Suspense } from 'react'
import { words as modelWords } from '../model/words'
import { LabelsPanel } from '../labels/labels-panel'
import { useScreen, useScreenStore } from '../ui-context'
import { words } from './words'

const DialogFrame = lazy(async () => ({ default: (await import('../primitives/dialog-frame')).DialogFrame }))
const KeysDialog = lazy(async () => ({ default: (await import('./keys-dialog')).KeysDialog }))
const PrivacyDialog = lazy(async () => ({
  default: (await import('../privacy/privacy-dialog')).PrivacyDialog,
}))
const TagSetsDialog = lazy(async () => ({
  default: (await import('../tag-sets/tag-sets-dialog')).TagSetsDialog,
}))
const ModelPopover = lazy(async () => ({ default: (await import('../model/model-popover')).ModelPopover }))
const ModelManager = lazy(async () => ({ default: (await import('../model/model-manager')).ModelManager }))

/** What is open over the page; its code is fetched when it is first opened. */
export const Dialogs = ({ narrow }: { readonly narrow: boolean }) => {
  const screen = useScreenStore()
  const dialog = useScreen((state) => state.dialog)
  const close = () => {
    screen.setState({ dialog: null, offeredModel: null })
  }
  const content = () => {
    switch (dialog) {
      case 'keys':
        return <KeysDialog onClose={close} />
      case 'privacy':
        return <PrivacyDialog onClose={close} />
      case 'tag-sets':
        return <TagSetsDialog onClose={close} />
      case 'model':
        return narrow ? (
          <DialogFrame title={modelWords.details} shape="sheet" onClose={close}>
            <ModelManager onDone={close} />
          </DialogFrame>
        ) : (
          <ModelPopover onClose={close} />
        )
      case 'tags':
        return narrow ? (
          <DialogFrame title={words.tagsSheet} shape="sheet" onClose={close}>
            <LabelsPanel headed={false} />
          </DialogFrame>
        ) : null
      case null:
        return null
    }
  }
  return <Suspense fallback={null}>{content()}</Suspense>
}
