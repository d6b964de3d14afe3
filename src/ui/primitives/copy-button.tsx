import { Check, Copy, TriangleAlert } from 'lucide-react'
import { useRef, useState } from 'react'
import { Button } from './button'
import { usePlatform } from '../ui-context'

/** How long the button says what became of the press. */
const SAID_MS = 1800

const outcomes = {
  copied: { icon: Check, said: 'Copied' },
  failed: { icon: TriangleAlert, said: 'Not copied' },
} as const

interface CopyButtonProps {
  readonly label: string
  /** Made when pressed. */
  readonly text: () => string
  readonly disabled?: boolean
}

/** Puts a text on the clipboard and says whether that went well, at its own place. */
export const CopyButton = ({ label, text, disabled = false }: CopyButtonProps) => {
  const platform = usePlatform()
  const [state, setState] = useState<keyof typeof outcomes | 'idle'>('idle')
  const timer = useRef(0)
  const { icon: Icon, said } = state === 'idle' ? { icon: Copy, said: label } : outcomes[state]
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
