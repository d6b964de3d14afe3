import { Search } from 'lucide-react'
import { keyName } from '../../primitives/key-name'
import { useScreenStore, useWords } from '../../ui-context'

/** Opens the command palette; looks like the field that it opens. A phone has no room for it, nor keys. */
export const CommandsButton = () => {
  const words = useWords()
  const screen = useScreenStore()
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      aria-keyshortcuts="Control+K Meta+K"
      onClick={() => {
        screen.setState({ dialog: 'commands' })
      }}
      className="me-1 flex h-8 items-center gap-2 rounded-control border border-line bg-card px-2.5 text-13 text-muted transition-colors hover:border-control hover:text-text max-sm:hidden touch:h-11"
    >
      <Search size={16} strokeWidth={1.75} aria-hidden />
      <span className="max-lg:sr-only">{words.t('commands.open')}</span>
      <kbd aria-hidden className="font-sans text-12 max-lg:hidden lg:ps-6">
        {`${keyName(words, 'Ctrl')} K`}
      </kbd>
    </button>
  )
}
