import { Check, Copy, TriangleAlert } from 'lucide-react'
import { useRef, useState } from 'react'
import { Button } from './button'
import { usePlatform, useWords } from '../context/ui-context'

/** How long the button says what became of the press. */
const SAID_MS = 1800

const outcomes = {
  copied: { icon: Check, said: 'shell.copied' },
  failed: { icon: TriangleAlert, said: 'shell.notCopied' },
} as const

interface CopyButtonProps {
  readonly label: string
  /** Made when pressed. */
  readonly text: () => string
  readonly disabled?: boolean
}

/** Puts a text on the clipboard and says whether that went well, at its own place. */
export const CopyButton = ({ label, text, disabled = false }: CopyButtonProps) => {
  const { t } = useWords()
  const platform = usePlatform()
  const [state, setState] = useState<keyof typeof outcomes | 'idle'>('idle')
  const timer = useRef(0)
  const Icon = state === 'idle' ? Copy : outcomes[state].icon
  const said = state === 'idle' ? label : t(outcomes[state].said)
  const copy = async () => {
    const copied = await platform.copyText(text())
    setState(copied ? 'copied' : 'failed')
    clearTimeout(timer.current)
    timer.current = window.setTimeout(setState, SAID_MS, 'idle')
  }
  return (
    <Button size="small" disabled={disabled} onClick={() => void copy()} className="min-w-28">
      <Icon size={14} strokeWidth={1.75} aria-hidden />
      <span aria-live="polite">{said}</span>
    </Button>
  )
}
