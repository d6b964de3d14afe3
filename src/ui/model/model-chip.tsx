import { ChevronDown, TriangleAlert, X } from 'lucide-react'
import { assertNever } from '../../core/assert-never'
import type { ModelPhase } from '../../core/model/model-phase'
import { sourceName } from '../../core/model/model-source'
import { CutText } from '../primitives/cut-text'
import { IconButton } from '../primitives/icon-button'
import { useActions, useAppState, useScreen, useScreenStore } from '../ui-context'
import { deviceName, words } from './words'

const Dot = ({ className }: { readonly className: string }) => (
  <span aria-hidden className={`size-2 shrink-0 rounded-full ${className}`} />
)

interface SeparatedProps {
  readonly children: string
  /** Kept where there is little room. */
  readonly always?: boolean
}

const Separated = ({ children, always = false }: SeparatedProps) => (
  <span className={always ? 'shrink-0 text-muted' : 'shrink-0 text-muted max-sm:hidden'}>
    <span aria-hidden className="pr-2">
      ·
    </span>
    {children}
  </span>
)

const ChipText = ({ model }: { readonly model: ModelPhase }) => {
  switch (model.kind) {
    case 'none':
      return (
        <>
          <Dot className="border-[1.5px] border-control" />
          <span className="truncate">{words.none}</span>
        </>
      )
    case 'planning':
    case 'planned':
    case 'paused':
      return <CutText text={sourceName(model.choice.source)} />
    case 'loading': {
      const { loaded, total } = model.progress
      return (
        <>
          <Dot className="animate-breathe bg-accent" />
          <CutText text={sourceName(model.choice.source)} />
          <span className="shrink-0 text-muted tabular-nums">
            {loaded === 0 ? words.starting : words.ofTotal(loaded, total)}
          </span>
        </>
      )
    }
    case 'ready':
      return (
        <>
          <Dot className="bg-ok" />
          <CutText text={model.model.name} />
          {model.model.scope === '' ? null : <Separated always>{model.model.scope}</Separated>}
          <Separated>{deviceName(model.model.device)}</Separated>
          <Separated>{model.model.dtype.vision}</Separated>
        </>
      )
    case 'failed':
      return (
        <>
          <TriangleAlert size={14} strokeWidth={2} aria-hidden className="shrink-0 text-danger" />
          <CutText text={words.failed(sourceName(model.choice.source))} />
        </>
      )
    default:
      return assertNever(model)
  }
}

/** The model at a glance; a press shows all about it. While a model loads it is the progress bar. */
export const ModelChip = () => {
  const { cancelLoading } = useActions()
  const screen = useScreenStore()
  const model = useAppState((state) => state.model)
  const open = useScreen(({ dialog }) => dialog === 'model')
  const share =
    model.kind === 'loading' && model.progress.total !== null
      ? model.progress.loaded / model.progress.total
      : null
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
        className="relative isolate flex h-8 min-w-0 items-center gap-2 overflow-hidden rounded-full border border-line bg-card pr-2.5 pl-3 text-12 font-medium transition-colors select-none hover:border-control aria-expanded:border-control touch:h-11"
      >
        <span className="sr-only">{words.chip}: </span>
        {model.kind === 'loading' ? (
          <span
            aria-hidden
            className="absolute inset-0 -z-1 origin-left bg-accent-soft transition-transform duration-200 ease-out"
            style={{ transform: `scaleX(${share ?? 0})` }}
          />
        ) : null}
        <ChipText model={model} />
        <ChevronDown size={14} strokeWidth={2} aria-hidden className="shrink-0 text-muted" />
      </button>
      {model.kind === 'loading' ? (
        <IconButton icon={X} label={words.cancel} onClick={cancelLoading} className="ml-0.5" />
      ) : null}
    </div>
  )
}
