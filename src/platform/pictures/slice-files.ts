import { FIRST_FILES, MORE_FILES, type ComingFiles } from '../../core/incoming/entry-paths'

/** Files that are asked for at the same time: each takes a millisecond, and browsers refuse thousands. */
const AT_ONCE = 32

/**
 * The files of a walk, some at a time and in its order.
 * @param read gives what was found as a file. What cannot be read (no permission, gone) is left out.
 */
export async function* sliceFiles<Found>(
  found: AsyncIterable<Found>,
  read: (found: Found) => Promise<File>,
): AsyncGenerator<readonly File[]> {
  let reading: Promise<File | null>[] = []
  let slice: File[] = []
  let size = FIRST_FILES
  const settle = async () => {
    slice.push(...(await Promise.all(reading)).filter((file) => file !== null))
    reading = []
  }
  for await (const one of found) {
    reading.push(read(one).catch(() => null))
    if (reading.length < AT_ONCE) continue
    await settle()
    if (slice.length < size) continue
    yield slice
    slice = []
    size = MORE_FILES
  }
  await settle()
  yield slice
}

/** The first of a walk's files, with the others behind them where there are any. */
export const takeFirst = async (slices: AsyncGenerator<readonly File[]>): Promise<ComingFiles<File>> => {
  const first = await slices.next()
  const files = first.done === true ? [] : [...first.value]
  return files.length < FIRST_FILES ? files : Object.assign(files, { later: slices })
}
