import { Check, Copy, TriangleAlert } from 'lucide-react'
import { useRef, useState } from 'react'
import { Button } from '../primitives/button'
import { usePlatform } from '../ui-context'
import { words } from './words'

/** How long the button says what became of the press. */
const SAID_MS = 1800

const states = {
  idle: { icon: Copy, label: words.copy },
  copied: { icon: Check, label: words.copied },
  failed: { icon: TriangleAlert, label: words.copyFailed },
} as const

interface CopyButtonProps {
  /** Made when pressed. */
  readonly text: () => string
  readonly disabled: boolean
}

/** Puts a text on the clipboard and says whether that went well, at its own place. */
export const CopyButton = ({ text, disabled }: CopyButtonProps) => {
  const platform = usePlatform()
  const [state, setState] = useState<keyof typeof states>('idle')
  const timer = useRef(0)
  const { icon: Icon, label } = states[state]
  const copy = async () => {
    const copied = await platform.copyText(text())
    setState(copied ? 'copied' : 'failed')
    clearTimeout(timer.current)
    timer.current = window.setTimeout(setState, SAID_MS, 'idle')
  }
  return (
    <Button size="small" disabled={disabled} onClick={() => void copy()} className="min-w-28">
      <Icon size={14} strokeWidth={1.75} aria-hidden />
      <span aria-live="polite">{label}</span>
    </Button>
  )
}
