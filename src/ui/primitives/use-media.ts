import { useCallback, useSyncExternalStore } from 'react'

/** Whether a media query holds now. */
export const useMedia = (query: string): boolean =>
  useSyncExternalStore(
    useCallback(
      (onChange) => {
        const list = matchMedia(query)
        list.addEventListener('change', onChange)
        return () => {
          list.removeEventListener('change', onChange)
        }
      },
      [query],
    ),
    () => matchMedia(query).matches,
  )

/** From three columns to one. */
export type Width = 'wide' | 'medium' | 'narrow'

/** How much room the window gives: three columns from 1024 px, two from 768 px, else one. */
export const useWidth = (): Width => {
  const wide = useMedia('(min-width: 64rem)')
  const medium = useMedia('(min-width: 48rem)')
  if (wide) return 'wide'
  return medium ? 'medium' : 'narrow'
}
