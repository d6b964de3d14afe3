import { useSyncExternalStore } from 'react'

const subscribe = (onChange: () => void) => {
  window.addEventListener('online', onChange)
  window.addEventListener('offline', onChange)
  return () => {
    window.removeEventListener('online', onChange)
    window.removeEventListener('offline', onChange)
  }
}

/** Whether the browser believes that there is a network. That it does says little; that it does not is sure. */
export const useOnline = (): boolean => useSyncExternalStore(subscribe, () => navigator.onLine)
