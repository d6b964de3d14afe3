import type { LoadProgress } from '../loaded-model'

/** Progress whose bytes never fall, whatever begins again behind it: a new worker counts again what is on disk. */
export const neverFalling = (
  onProgress: (progress: LoadProgress) => void,
): ((progress: LoadProgress) => void) => {
  let most: LoadProgress['loaded'] | null = null
  return (progress) => {
    if (most === null || progress.loaded > most) most = progress.loaded
    onProgress({ ...progress, loaded: most })
  }
}
