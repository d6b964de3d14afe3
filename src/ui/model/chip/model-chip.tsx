import { ChevronDown, Pause, Plane, Play, X } from 'lucide-react'
import { useActions, useAppState, useScreen, useScreenStore, useWords } from '../../context/ui-context'
import { ChipContent } from './chip-content'
import { canPause } from '../../../state/model/model-loader'
import { IconButton } from '../../primitives/icon-button'
import { usePauseSwitch } from '../use-pause-switch'

const ICONS = { loading: Pause, paused: Play, held: Plane }
const LABELS = { loading: 'model.pause', paused: 'model.resume', held: 'privacy.airplane' } as const

/** Beside the chip: to put a load off, to go on with it, to give it up. */
const ChipControls = () => {
  const { t } = useWords()
  const { cancelLoading } = useActions()
  const model = useAppState((state) => state.model)
  const { state, press } = usePauseSwitch(model)
  if (model.kind !== 'loading' && model.kind !== 'paused') return null
  const pausable = model.kind === 'paused' || canPause(model.progress)
  return (
    <>
      {pausable ? (
        <IconButton icon={ICONS[state]} label={t(LABELS[state])} onClick={press} className="ms-0.5" />
      ) : null}
      <IconButton
        icon={X}
        label={t('model.cancel')}
        onClick={cancelLoading}
        // Where there is little room the panel has it.
        className={pausable ? 'max-sm:hidden' : ''}
      />
    </>
  )
}

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
        className="relative isolate flex h-8 min-w-0 items-center gap-2 overflow-hidden rounded-full border border-line bg-card pe-2.5 ps-3 text-12 max-sm:gap-1.5 max-sm:pe-2 max-sm:ps-2.5 font-medium transition-colors select-none hover:border-control aria-expanded:border-control touch:h-11"
      >
        <span className="sr-only">{`${t('model.chip')}: `}</span>
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
