import { ChevronDown } from 'lucide-react'
import { useAppState, useScreen, useScreenStore, useWords } from '../ui-context'
import { ChipContent } from './chip-content'
import { ChipControls } from './chip-controls'

/** How far the chip is filled: what has arrived of a download. */
const useShare = (): number | null =>
  useAppState(({ model }) => {
    if (model.kind !== 'loading' && model.kind !== 'paused') return null
    const { loaded, total } = model.progress
    return total === null || total === 0 ? 0 : loaded / total
  })

/** The model at a glance; a press shows all about it. While a model is downloaded it is the progress bar. */
export const ModelChip = () => {
  const { t } = useWords()
  const screen = useScreenStore()
  const open = useScreen(({ dialog }) => dialog === 'model')
  const share = useShare()
  return (
    <div className="flex min-w-0 items-center">
      <button
        type="button"
        data-model-chip
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => {
          screen.setState({ dialog: open ? null : 'model' })
        }}
        className="relative isolate flex h-8 min-w-0 items-center gap-2 overflow-hidden rounded-full border border-line bg-card pe-2.5 ps-3 text-12 font-medium transition-colors select-none hover:border-control aria-expanded:border-control touch:h-11"
      >
        <span className="sr-only">{t('model.chip')}: </span>
        {share === null ? null : (
          <span
            aria-hidden
            className="absolute inset-0 -z-1 origin-left border-b-2 border-accent bg-accent-soft transition-transform duration-200 ease-out rtl:origin-right"
            style={{ transform: `scaleX(${share})` }}
          />
        )}
        <ChipContent />
        <ChevronDown size={14} strokeWidth={2} aria-hidden className="shrink-0 text-muted" />
      </button>
      <ChipControls />
    </div>
  )
}
