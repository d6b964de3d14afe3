import { useCallback, useRef, type RefCallback } from 'react'
import { glideChildren, type GlideOptions } from './glide-children'

/** Rows that change places because a person has. */
const EASING = 'ease-in-out'

/**
 * Lets the children of a list glide to their new places; with reduced motion they jump.
 * @returns the list's ref, and how to switch the gliding off for a while.
 */
export const useGliding = <List extends HTMLElement>({
  duration,
  easing = EASING,
  growsUp = false,
}: Pick<GlideOptions, 'duration'> & Partial<Pick<GlideOptions, 'easing' | 'growsUp'>>): readonly [
  list: RefCallback<List>,
  setEnabled: (enabled: boolean) => void,
] => {
  const isEnabled = useRef(true)
  const list = useCallback(
    (element: List) => glideChildren(element, { duration, easing, growsUp, isOn: () => isEnabled.current }),
    [duration, easing, growsUp],
  )
  const setEnabled = useCallback((enabled: boolean) => {
    isEnabled.current = enabled
  }, [])
  return [list, setEnabled]
}
