import { type HostedRoute, mostBytes, takesForm } from '../../core/hosted-api/hosted-route'
import { readUpTo } from '../read-up-to'

/** The body of a request, read. */
export type HostedBody =
  | {
      readonly kind: 'read'
      /** The file of the form, or a body that is a picture. */
      readonly image: Blob | null
      /** The texts of the form, by name. */
      readonly fields: readonly (readonly [name: string, value: string])[]
      /** A body that is no form. */
      readonly text: string
    }
  | { readonly kind: 'too large' }
  | { readonly kind: 'broken'; readonly detail: string }

/** A browser sends a file field in which nothing was chosen as an empty file without a name. */
const isChosen = (file: File): boolean => file.size > 0 || file.name !== ''

const readForm = (form: FormData, field: string): HostedBody => {
  const image = form.get(field)
  if (typeof image === 'string')
    return { kind: 'broken', detail: `The form field ${field} is a text and not a file.` }
  return {
    kind: 'read',
    image: image && isChosen(image) ? image : null,
    fields: [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
    text: '',
  }
}

const FORM = /^(multipart\/form-data|application\/x-www-form-urlencoded)\b/i
const MULTIPART = /^multipart\/form-data\b/i
const JSON_TYPE = /^application\/json\b/i

/** What a body is read as. Base64 that curl sends says that it is a form of one line, and is none. */
const shapeOf = (route: HostedRoute, type: string): 'form' | 'text' | 'picture' | 'nothing' => {
  if (takesForm(route)) return FORM.test(type) ? 'form' : 'nothing'
  if (route === 'trained' && MULTIPART.test(type)) return 'form'
  return route === 'hf-classes' && !JSON_TYPE.test(type) ? 'picture' : 'text'
}

/** Reads the body of a request; one over the limit of its route is given up while it streams. */
export const readBody = async (request: Request, route: HostedRoute): Promise<HostedBody> => {
  const shape = shapeOf(route, request.headers.get('content-type') ?? '')
  const empty: HostedBody = { kind: 'read', image: null, fields: [], text: '' }
  if (request.method !== 'POST' || shape === 'nothing') return empty
  const body = await readUpTo(request, mostBytes(route), async (response): Promise<HostedBody> => {
    switch (shape) {
      case 'form':
        return readForm(await response.formData(), route === 'trained' ? 'file' : 'image')
      case 'picture':
        return { ...empty, image: await response.blob() }
      case 'text':
        return { ...empty, text: await response.text() }
    }
  })
  if (body.kind === 'read') return body.value
  return body.kind === 'too large'
    ? body
    : { kind: 'broken', detail: 'The body is not what its Content-Type says.' }
}
