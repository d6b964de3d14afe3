import { readFileSync } from 'node:fs'
import path from 'node:path'

/** As much of a schema as the description of our API uses. */
export interface Schema {
  readonly $ref?: string
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly oneOf?: readonly Schema[]
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: boolean | Schema
  readonly items?: Schema
  readonly minimum?: number
  readonly maximum?: number
}

interface Response {
  readonly content?: Readonly<Record<string, { readonly schema: Schema }>>
}

/** The description, as far as tests read it. */
export interface OpenApi {
  readonly paths: Readonly<
    Record<
      string,
      Readonly<Record<string, { readonly responses: Readonly<Record<string, Response & { $ref?: string }>> }>>
    >
  >
  readonly components: {
    readonly responses: Readonly<Record<string, Response & { readonly description: string }>>
    readonly schemas: Readonly<Record<string, Schema>>
  }
}

/** The description of the API. */
export const OPENAPI_FILE = path.join(import.meta.dirname, '../../public/openapi.json')

/** Reads `public/openapi.json`. */
export const readOpenApi = (): OpenApi => JSON.parse(readFileSync(OPENAPI_FILE, 'utf8')) as OpenApi

const last = (reference: string): string => reference.split('/').at(-1) ?? ''

/** Where a value is not as a schema says; fields have to stand in its order, which JSON Schema cannot ask. */
const mismatches = (
  { components }: OpenApi,
  schema: Schema,
  value: unknown,
  at: string,
): readonly string[] => {
  const check = (part: Schema, inner: unknown, place: string): readonly string[] => {
    if (part.$ref !== undefined) return check(components.schemas[last(part.$ref)] ?? {}, inner, place)
    if (part.oneOf)
      return part.oneOf.some((one) => check(one, inner, place).length === 0)
        ? []
        : [`${place}: none of oneOf`]
    if ('const' in part) return inner === part.const ? [] : [`${place}: is not ${JSON.stringify(part.const)}`]
    if (part.enum)
      return part.enum.includes(inner) ? [] : [`${place}: ${JSON.stringify(inner)} is not listed`]
    switch (part.type) {
      case 'array':
        return Array.isArray(inner)
          ? inner.flatMap((item, i) => check(part.items ?? {}, item, `${place}[${i}]`))
          : [`${place}: is no list`]
      case 'object': {
        if (typeof inner !== 'object' || inner === null || Array.isArray(inner))
          return [`${place}: is no object`]
        const names = Object.keys(inner)
        const known = Object.keys(part.properties ?? {})
        const wanted = part.properties ? known.filter((name) => names.includes(name)) : names
        const more = part.additionalProperties
        return [
          ...(part.required ?? []).flatMap((name) =>
            names.includes(name) ? [] : [`${place}.${name}: is missing`],
          ),
          ...(JSON.stringify(names) === JSON.stringify(wanted)
            ? []
            : [`${place}: has ${names.join()}, not ${wanted.join()}`]),
          ...Object.entries(inner).flatMap(([name, field]: [string, unknown]) =>
            check(
              part.properties?.[name] ?? (typeof more === 'object' ? more : {}),
              field,
              `${place}.${name}`,
            ),
          ),
        ]
      }
      case 'number':
        return typeof inner === 'number' &&
          inner >= (part.minimum ?? -Infinity) &&
          inner <= (part.maximum ?? Infinity)
          ? []
          : [`${place}: ${JSON.stringify(inner)} is no number within the limits`]
      case 'string':
        return typeof inner === 'string' ? [] : [`${place}: is no text`]
      case undefined:
      default:
        return []
    }
  }
  return check(schema, value, at)
}

/** An answer as a test saw it. */
interface SeenAnswer {
  /** Relative to the app, with a query or not. */
  readonly path: string
  readonly method: string
  readonly status: number
  readonly body: string
}

/** What is described of a path; of one with a part that may be any, only by its methods: others may be files. */
const describedPath = ({ paths }: OpenApi, path: string, method: string) => {
  const isMeant = (pattern: string) =>
    pattern.includes('{') &&
    method.toLowerCase() in (paths[pattern] ?? {}) &&
    new RegExp(`^${pattern.replaceAll(/\{\w+\}/g, '[\\w-]+')}$`).test(`/${path}`)
  return paths[`/${path}`] ?? paths[Object.keys(paths).find(isMeant) ?? '']
}

/** Where an answer is not as the API is described; nothing for one that is. */
export const undescribed = (
  api: OpenApi,
  { path: asked, method, status, body }: SeenAnswer,
): readonly string[] => {
  const found = describedPath(api, asked.split('?')[0] ?? '', method)
  const operation = found?.[method === 'HEAD' ? 'get' : method.toLowerCase()]
  if (method === 'OPTIONS') return []
  if (!operation) {
    const expected = found ? 405 : 404
    if (status !== expected) return [`${method} ${asked}: ${status}, not ${expected}`]
  }
  const listed = operation?.responses[String(status)]
  if (operation && !listed) return [`${method} ${asked}: status ${status} is not described`]
  if (method === 'HEAD') return body === '' ? [] : [`${asked}: HEAD has a body`]
  const response = listed?.$ref === undefined ? listed : api.components.responses[last(listed.$ref)]
  const schema = response?.content?.['application/json']?.schema ?? { $ref: '#/components/schemas/Error' }
  return mismatches(api, schema, JSON.parse(body), `${method} ${asked}`)
}
