/** What became of a body that was read. */
export type ReadBody<T> =
  | { readonly kind: 'read'; readonly value: T }
  | { readonly kind: 'too large' }
  /** It is not what its type says, or broke off. */
  | { readonly kind: 'broken' }

/** Lets `most` bytes through, then breaks off and calls `onOver`: what follows is never read. */
const capped = (most: number, onOver: () => void): TransformStream<Uint8Array<ArrayBuffer>> => {
  let length = 0
  return new TransformStream({
    transform: (piece, controller) => {
      length += piece.length
      if (length > most) {
        onOver()
        controller.error(new Error('over the limit'))
      } else controller.enqueue(piece)
    },
  })
}

/** Reads the body of a request as `read` does; one of more than `most` bytes is given up while it streams. */
export const readUpTo = async <T>(
  request: Request,
  most: number,
  read: (body: Response) => Promise<T>,
): Promise<ReadBody<T>> => {
  // Written from the stream, where the types do not see it.
  const cut: { over: boolean } = { over: false }
  try {
    // Firefox has no stream here: there the browser keeps the body, on disk if it is large, and it is measured.
    const whole = request.body ? null : await request.blob()
    if (whole !== null && whole.size > most) return { kind: 'too large' }
    const stream = request.body?.pipeThrough(
      capped(most, () => {
        cut.over = true
      }),
    )
    const headers = { 'Content-Type': request.headers.get('content-type') ?? '' }
    return { kind: 'read', value: await read(new Response(stream ?? whole, { headers })) }
  } catch {
    return cut.over ? { kind: 'too large' } : { kind: 'broken' }
  }
}
