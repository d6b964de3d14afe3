import { compareNames, FIRST_FILES, MORE_FILES, type ComingFiles } from '../../../core/incoming/entry-paths'
import { createSortedRuns } from '../../../core/incoming/sorted-runs'
import { nextTurn } from '../../../protocol/next-turn'
import { pathOfFile } from './named-pictures'

async function* slicesOf(files: readonly File[]): AsyncGenerator<readonly File[]> {
  for (let start = FIRST_FILES; start < files.length; start += MORE_FILES) {
    await nextTurn()
    yield files.slice(start, start + MORE_FILES)
  }
}

/**
 * The files of a large folder that was chosen through an input, which gives them all at once: some at a time, in the order
 * of their names. Others are given back as they are.
 */
export const sliceFolder = async (files: ComingFiles<File>): Promise<ComingFiles<File>> => {
  if (files.length <= MORE_FILES || files.later || !files.every((file) => pathOfFile(file).includes('/')))
    return files
  const runs = createSortedRuns<{ readonly path: string; readonly file: File }>((a, b) =>
    compareNames(a.path, b.path),
  )
  for (let start = 0; start < files.length; start += MORE_FILES) {
    runs.add(files.slice(start, start + MORE_FILES).map((file) => ({ path: pathOfFile(file), file })))
    await nextTurn()
  }
  const sorted = runs.all().map(({ file }) => file)
  return Object.assign(sorted.slice(0, FIRST_FILES), { later: slicesOf(sorted) })
}
