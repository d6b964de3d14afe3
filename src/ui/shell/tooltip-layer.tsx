import { useEffect, useRef, useState, type RefObject } from 'react'

interface Tip {
  readonly text: string
  readonly target: DOMRect
}

const DELAY_MS = 450
/** Room between the thing and its tooltip, and to the window's edge. */
const GAP = 6

const isCut = (element: Element): boolean =>
  [...element.children].some((child) => child.scrollWidth > child.clientWidth + 1)

const tipOf = (element: HTMLElement): string =>
  element.dataset.tip ?? (isCut(element) ? (element.dataset.tipCut ?? '') : '')

const carrierOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-tip], [data-tip-cut]') : null

/**
 * One tooltip for the page, by delegation: a grid of ten thousand pictures needs no listener of its own for
 * each name. Elements ask for it by `data-tip`, or by `data-tip-cut` where it appears only if the text is cut.
 * It appears on hover and on keyboard focus, stays while the pointer is on it, and Escape hides it (WCAG 1.4.13).
 */
export const TooltipLayer = () => {
  const [tip, setTip] = useState<Tip | null>(null)
  const boxRef = useRef<HTMLDivElement>(null)

  useEffect(() => {
    let timer = 0
    const hide = () => {
      clearTimeout(timer)
      setTip(null)
    }
    const show = (carrier: HTMLElement) => {
      // Where a menu hangs from it, the tooltip would lie over the menu's first lines.
      if (carrier.ariaExpanded === 'true') return
      const text = tipOf(carrier)
      if (text !== '' && carrier.isConnected) setTip({ text, target: carrier.getBoundingClientRect() })
    }
    const onOver = (event: PointerEvent) => {
      if (event.pointerType === 'touch' || boxRef.current?.contains(event.target as Node)) return
      const carrier = carrierOf(event.target)
      hide()
      if (carrier) timer = window.setTimeout(show, DELAY_MS, carrier)
    }
    const onFocus = (event: FocusEvent) => {
      const carrier = carrierOf(event.target)
      if (carrier?.matches(':focus-visible')) show(carrier)
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') hide()
    }
    const listening = new AbortController()
    const options = { signal: listening.signal, passive: true }
    document.addEventListener('pointerover', onOver, options)
    document.addEventListener('pointerdown', hide, options)
    // A press by keyboard, too.
    document.addEventListener('click', hide, options)
    document.addEventListener('focusin', onFocus, options)
    document.addEventListener('focusout', hide, options)
    document.addEventListener('keydown', onKey, options)
    document.addEventListener('scroll', hide, { ...options, capture: true })
    return () => {
      clearTimeout(timer)
      listening.abort()
    }
  }, [])

  if (tip === null) return null
  return <Bubble key={tip.text} tip={tip} boxRef={boxRef} />
}

interface BubbleProps {
  readonly tip: Tip
  readonly boxRef: RefObject<HTMLDivElement | null>
}

/** Measures itself once it is there, since its size depends on the text. The top layer puts it over dialogs. */
const Bubble = ({ tip: { text, target }, boxRef }: BubbleProps) => (
  <div
    ref={(element) => {
      boxRef.current = element
      if (element === null) return
      element.showPopover()
      const { width, height } = element.getBoundingClientRect()
      const left = target.left + target.width / 2 - width / 2
      const below = target.bottom + GAP
      const top = below + height > innerHeight - GAP ? target.top - GAP - height : below
      element.style.left = `${Math.max(GAP, Math.min(innerWidth - width - GAP, left))}px`
      element.style.top = `${Math.max(GAP, top)}px`
    }}
    popover="manual"
    // The thing itself has the same name or text already.
    aria-hidden
    dir="auto"
    className="fixed inset-auto m-0 max-w-80 animate-fade rounded-control bg-black px-2 py-1 text-12 break-words whitespace-pre-wrap text-white shadow-float"
  >
    {text}
  </div>
)
