import { type HostedRoute, mostBytes } from '../../core/hosted-api/hosted-route'
import { readUpTo } from '../read-up-to'

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
  const body = await readUpTo(request, mostBytes(route), async (response): Promise<HostedBody> =>
    takesForm ? readForm(await response.formData()) : { ...empty, text: await response.text() },
  )
  if (body.kind === 'read') return body.value
  return body.kind === 'too large'
    ? body
    : { kind: 'broken', detail: 'The body is not what its Content-Type says.' }
}
