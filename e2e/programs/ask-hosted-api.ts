import { expect, type Page } from '@playwright/test'
import { readOpenApi, undescribed } from '../../scripts/openapi/read-openapi.ts'
import type { PictureFile } from '../support/make-pictures.ts'

/** What a page asks, relative to the app. */
export interface Asked {
  readonly method?: string
  /** The form field `image`. */
  readonly image?: PictureFile
  /** Other fields of the form. */
  readonly fields?: Readonly<Record<string, string>>
  /** A body of JSON, or of whatever text. */
  readonly json?: unknown
  readonly text?: string
}

export interface Answered {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

const askInPage = (
  page: Page,
  path: string,
  method: string,
  { image, fields, json, text }: Asked,
): Promise<Answered> =>
  page.evaluate(
    async ({ path, method, picture, fields, text }) => {
      const form = new FormData()
      if (picture) {
        const bytes = Uint8Array.from(atob(picture.base64), (letter) => letter.charCodeAt(0))
        form.append('image', new File([bytes], picture.name, { type: picture.mimeType }))
      }
      for (const [name, value] of Object.entries(fields ?? {})) form.append(name, value)
      const body = text ?? (picture || fields ? form : null)
      const response = await fetch(new URL(path, document.baseURI), { method, body })
      return {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: await response.text(),
      }
    },
    {
      path,
      method,
      picture: image && {
        name: image.name,
        mimeType: image.mimeType,
        base64: image.buffer.toString('base64'),
      },
      fields,
      text: json === undefined ? text : JSON.stringify(json),
    },
  )

const api = readOpenApi()

/** Asks as a program on a page of the app does; the answer has to be as the API is described. */
export const ask = async (page: Page, path: string, asked: Asked = {}): Promise<Answered> => {
  const { image, fields, json, text } = asked
  const hasBody = image !== undefined || fields !== undefined || json !== undefined || text !== undefined
  const method = asked.method ?? (hasBody ? 'POST' : 'GET')
  const answer = await askInPage(page, path, method, asked)
  expect(undescribed(api, { path, method, ...answer })).toEqual([])
  return answer
}

/**
 * `fetch` of the page, for a client that runs beside it: what it asks, the page asks. The answer has to be as the API is
 * described.
 * @param app address of the app, which the client's begins with.
 */
export const fetchThrough =
  (page: Page, app: string): typeof fetch =>
  async (input, init) => {
    const request = new Request(input, init)
    const { method } = request
    const path = request.url.slice(app.length)
    const answer = await page.evaluate(
      async ({ path, method, headers, base64 }) => {
        const body = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
        const response = await fetch(new URL(path, document.baseURI), { method, headers, body })
        return { status: response.status, body: await response.text() }
      },
      {
        ...{ path, method, headers: Object.fromEntries(request.headers) },
        base64: Buffer.from(await request.arrayBuffer()).toString('base64'),
      },
    )
    expect(undescribed(api, { path, method, ...answer })).toEqual([])
    return new Response(answer.body, {
      status: answer.status,
      headers: { 'Content-Type': 'application/json' },
    })
  }

/** Paths relative to the app. */
export const CLIP = 'api/image-classification/clip'
export const VIT = 'api/image-classification/vit'
/** The tags that are taken where none are given. */
export const defaults = ['car', 'document', 'motorcycle', 'truck', 'person', 'other']

/** The body, read. */
export const parsed = ({ body }: Answered): Record<string, unknown> =>
  JSON.parse(body) as Record<string, unknown>

/** A refusal's code, once its shape is the contract's and nothing else. */
export const codeOf = (answer: Answered): unknown => {
  const error = parsed(answer)
  expect(Object.keys(error)).toEqual(['message', 'code'])
  expect(error.message).toMatch(/\S.*\.$|\S.*http\S+$/)
  return `${answer.status} ${String(error.code)}`
}

/** A picture's bytes as JSON carries them. */
export const base64Of = ({ buffer }: PictureFile): string => buffer.toString('base64')

/** An address as a query carries it. */
export const at = (address: string): string => encodeURIComponent(address)
