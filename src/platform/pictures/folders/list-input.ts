import type { ComingFiles } from '../../../core/incoming/entry-paths'
import { findShown, type StartFinding } from '../../../core/incoming/finding'

/**
 * The files of a folder that is chosen through an input. Browsers list all of it before they tell: meanwhile the person sees
 * that it goes on, from when the dialog has gone, which gives the window its focus back.
 * @param files none where the person has changed their mind.
 */
export const showListing = async (
  files: Promise<readonly File[]>,
  startFinding: StartFinding,
): Promise<ComingFiles<File>> => {
  const listening = new AbortController()
  const isBack = new Promise<'back'>((resolve) => {
    const { signal } = listening
    addEventListener('focus', () => resolve('back'), { signal })
  })
  const first = await Promise.race([isBack, files])
  listening.abort()
  return first === 'back' ? ((await findShown(startFinding, () => files)) ?? []) : first
}
