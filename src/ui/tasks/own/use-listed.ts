import { useMemo } from 'react'
import type { Picture } from '../../../state/app-state'
import { useAppState } from '../../context/ui-context'

/** Which of these pictures, by SHA-256, are on the list: of others no more is known than what was said of them. */
export const useListed = (sha256s: readonly string[]): ReadonlyMap<string, Picture> => {
  const pictures = useAppState((state) => state.pictures)
  return useMemo(() => {
    const wanted = new Set(sha256s)
    const found = new Map<string, Picture>()
    if (wanted.size > 0)
      for (const picture of pictures) {
        const sha256 = picture.phase.facts?.sha256
        if (sha256 !== undefined && wanted.has(sha256) && !found.has(sha256)) found.set(sha256, picture)
      }
    return found
  }, [sha256s, pictures])
}
