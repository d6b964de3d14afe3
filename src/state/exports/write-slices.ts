import { cancelled, done, type Outcome } from '../../core/errors/outcome'
import { nextTurn } from '../../protocol/next-turn'

/** Work at a time, in milliseconds, so that the page answers in between. */
const SLICE_MS = 12

/**
 * Makes pieces and hands them on some at a time, as blobs, which lie outside of the page's heap and on the disk when they
 * grow: all of them as one text may be longer than a text can be.
 */
export const writeSlices = async (
  pieces: Iterable<string | Uint8Array<ArrayBuffer>>,
  write: (slice: Blob) => Promise<void>,
  signal: AbortSignal,
  now: () => number,
): Promise<Outcome<null>> => {
  let slice: (string | Uint8Array<ArrayBuffer>)[] = []
  let startedAt = now()
  for (const piece of pieces) {
    slice.push(piece)
    if (now() - startedAt < SLICE_MS) continue
    await write(new Blob(slice))
    slice = []
    await nextTurn()
    if (signal.aborted) return cancelled
    startedAt = now()
  }
  if (signal.aborted) return cancelled
  await write(new Blob(slice))
  return done(null)
}
