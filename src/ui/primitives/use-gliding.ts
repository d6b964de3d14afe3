import type { AnimationController } from '@formkit/auto-animate'
import { useCallback, useRef, type RefCallback } from 'react'
import { createLate } from '../../core/async/late'

const library = createLate(async () => (await import('@formkit/auto-animate')).default)

/** No row moves before the person does one of these. */
const INPUTS = ['pointerdown', 'keydown', 'dragenter'] as const

interface Gliding {
  /** Of one move, in milliseconds. */
  readonly duration: number
  readonly easing?: string
}

/**
 * Lets the children of a list glide to their new places; with reduced motion they jump. The code for it comes with the
 * person's first press: it is 3 kB that a first visit can do without. Until it is there, and where it does not come, they
 * jump too.
 * @returns the list's ref, and how to switch the gliding off for a while.
 */
export const useGliding = <List extends HTMLElement>({
  duration,
  easing,
}: Gliding): readonly [list: RefCallback<List>, setEnabled: (enabled: boolean) => void] => {
  const controller = useRef<AnimationController | null>(null)
  const list = useCallback(
    (element: List) => {
      const mounted = new AbortController()
      const listening = new AbortController()
      const start = async () => {
        listening.abort()
        const autoAnimate = await library.load()
        if (!mounted.signal.aborted)
          controller.current = autoAnimate(element, { duration, ...(easing !== undefined && { easing }) })
      }
      const onInput = () => {
        start().catch(() => undefined)
      }
      for (const input of INPUTS)
        addEventListener(input, onInput, { signal: listening.signal, capture: true })
      return () => {
        mounted.abort()
        listening.abort()
        controller.current?.destroy?.()
        controller.current = null
      }
    },
    [duration, easing],
  )
  const setEnabled = useCallback((enabled: boolean) => {
    if (enabled) controller.current?.enable()
    else controller.current?.disable()
  }, [])
  return [list, setEnabled]
}
