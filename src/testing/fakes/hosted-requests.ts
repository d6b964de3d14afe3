import type { HostedRoute } from '../../core/hosted-api/hosted-route'
import { readHostedRequest, type HostedRequest } from '../../core/hosted-api/read-hosted-request'

/** The address of a picture, as a query has it. */
export const pictureUrl = 'https://pictures.example/a%20car.jpg?size=2'

/** What a request to a hosted API comes to, of which a test names what matters to it. */
export const readHosted = (
  route: HostedRoute,
  { query = '', ...more }: Partial<HostedRequest> & { readonly query?: string } = {},
) =>
  readHostedRequest({
    ...{ route, path: 'mine/latest', parameters: [...new URLSearchParams(query)], hasImage: false, text: '' },
    ...more,
  })

/** The work of a body of JSON; what else came of it where it is none. */
export const workOf = (route: HostedRoute, json: unknown) => {
  const outcome = readHosted(route, { text: JSON.stringify(json) })
  return outcome.kind === 'done' ? outcome.value : outcome
}
