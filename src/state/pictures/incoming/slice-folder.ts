import type { ComingFiles } from '../../../core/incoming/entry-paths'
import { compareNames } from '../../../core/incoming/entry-paths'
import { createSortedRuns } from '../../../core/incoming/sorted-runs'
import { nextTurn } from '../../../protocol/next-turn'
import { sourcePath } from './named-pictures'

/** Files that come first, so that there is something to see, and those that follow at a time. */
const FIRST = 96
const MORE = 500

async function* slicesOf(files: readonly File[]): AsyncGenerator<readonly File[]> {
  for (let start = FIRST; start < files.length; start += MORE) {
    await nextTurn()
    yield files.slice(start, start + MORE)
  }
}

/**
 * The files of a large folder that was chosen through an input, which gives them all at once: some at a time, in the order
 * of their names. Others are given back as they are.
 */
export const sliceFolder = async (files: ComingFiles<File>): Promise<ComingFiles<File>> => {
  if (files.length <= MORE || files.later || !files.every((file) => sourcePath(file).includes('/')))
    return files
  const runs = createSortedRuns<{ readonly path: string; readonly file: File }>((a, b) =>
    compareNames(a.path, b.path),
  )
  for (let start = 0; start < files.length; start += MORE) {
    runs.add(files.slice(start, start + MORE).map((file) => ({ path: sourcePath(file), file })))
    await nextTurn()
  }
  const sorted = runs.all().map(({ file }) => file)
  return Object.assign(sorted.slice(0, FIRST), { later: slicesOf(sorted) })
}
