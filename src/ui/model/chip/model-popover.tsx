import { Popover } from 'radix-ui'
import { ModelManager } from '../model-manager'
import { useWords } from '../../context/ui-context'

const chip = (): HTMLElement | null => document.querySelector('[data-model-chip]')

/** The model's panel, hanging from its chip. */
export const ModelPopover = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useWords()
  return (
    <Popover.Root
      open
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <Popover.Anchor
        virtualRef={{
          current: { getBoundingClientRect: () => chip()?.getBoundingClientRect() ?? new DOMRect() },
        }}
      />
      <Popover.Portal container={document.querySelector('main')}>
        <Popover.Content
          align="start"
          sideOffset={6}
          collisionPadding={8}
          aria-label={t('model.details')}
          onInteractOutside={(event) => {
            // The chip closes it by its own press.
            if (event.target instanceof Node && chip()?.parentElement?.contains(event.target))
              event.preventDefault()
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            chip()?.focus()
          }}
          className="scroll-y z-30 max-h-[min(44rem,var(--radix-popover-content-available-height))] w-[27rem] animate-fade rounded-card bg-raised shadow-float"
        >
          <ModelManager onDone={onClose} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}
