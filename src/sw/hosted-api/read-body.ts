import type { HostedRoute } from '../../core/hosted-api/hosted-route'
import { mostBytes } from '../../core/hosted-api/limits'

/** The body of a request, read. */
export type HostedBody =
  | {
      readonly kind: 'read'
      readonly image: File | null
      /** The texts of the form, by name. */
      readonly fields: readonly (readonly [name: string, value: string])[]
      /** A body that is no form. */
      readonly text: string
    }
  | { readonly kind: 'too large' }
  | { readonly kind: 'broken'; readonly detail: string }

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

/** A browser sends a file field in which nothing was chosen as an empty file without a name. */
const isChosen = (file: File): boolean => file.size > 0 || file.name !== ''

const readForm = (form: FormData): HostedBody => {
  const image = form.get('image')
  if (typeof image === 'string')
    return { kind: 'broken', detail: 'The form field image is a text and not a file.' }
  return {
    kind: 'read',
    image: image && isChosen(image) ? image : null,
    fields: [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
    text: '',
  }
}

/** Reads the body of a request; one over the limit of its route is given up while it streams. */
export const readBody = async (request: Request, route: HostedRoute): Promise<HostedBody> => {
  const type = request.headers.get('content-type') ?? ''
  const takesForm = route === 'clip' || route === 'vit'
  const isForm = /^(multipart\/form-data|application\/x-www-form-urlencoded)\b/i.test(type)
  const empty: HostedBody = { kind: 'read', image: null, fields: [], text: '' }
  if (request.method !== 'POST' || (takesForm && !isForm)) return empty
  // Written from the stream, where the types do not see it.
  const cut: { over: boolean } = { over: false }
  try {
    // Firefox has no stream here: there the browser keeps the body, on disk if it is large, and it is measured.
    const whole = request.body ? null : await request.blob()
    if (whole !== null && whole.size > mostBytes(route)) return { kind: 'too large' }
    const stream = request.body?.pipeThrough(
      capped(mostBytes(route), () => {
        cut.over = true
      }),
    )
    const body = new Response(stream ?? whole, { headers: { 'Content-Type': type } })
    return takesForm ? readForm(await body.formData()) : { ...empty, text: await body.text() }
  } catch {
    return cut.over
      ? { kind: 'too large' }
      : { kind: 'broken', detail: 'The body is not what its Content-Type says.' }
  }
}
