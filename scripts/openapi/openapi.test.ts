import { Validator } from '@seriousme/openapi-schema-validator'
import { expect, test } from 'vitest'
import { statusByCode } from '../../src/core/hosted-api/hosted-answer.ts'
import { methodsOf, routeOfPath } from '../../src/core/hosted-api/hosted-route.ts'
import { OPENAPI_FILE, readOpenApi, undescribed } from './read-openapi.ts'

const api = readOpenApi()

test('the description of the API is OpenAPI', async () => {
  const { valid, errors } = await new Validator().validate(OPENAPI_FILE)
  expect(errors).toBeUndefined()
  expect(valid).toBe(true)
})

test('it has every address with its methods, and no other', () => {
  for (const [path, operations] of Object.entries(api.paths)) {
    const route = routeOfPath(path.slice(1).replaceAll(/[{}]/g, ''), 'POST')
    expect(route, path).not.toBe('unknown')
    if (route === null || route === 'unknown') throw new Error(`${path} is described and not answered`)
    const described = Object.keys(operations).map((method) => method.toUpperCase())
    expect(described, path).toEqual(
      methodsOf(route).filter((method) => method === 'GET' || method === 'POST'),
    )
  }
  expect(Object.keys(api.paths)).toHaveLength(14)
})

test('it has every code, each under its status', () => {
  expect(api.components.schemas.Error?.properties?.code?.enum?.toSorted()).toEqual(
    Object.keys(statusByCode).sort(),
  )
  const [operation] = Object.values(api.paths['/api/image-classification/clip'] ?? {})
  for (const [code, status] of Object.entries(statusByCode)) {
    const name = operation?.responses[String(status)]?.$ref?.split('/').at(-1) ?? ''
    expect(api.components.responses[name]?.description, `${code} ${status}`).toContain(code)
  }
})

test('an answer that is not described is found', () => {
  const answer = { path: 'api/image-classification/clip?labels=a', method: 'GET', status: 200 }
  const body = { result: 'a', confidence: 0.9, model: 'clip', predictions: [{ label: 'a', score: 0.9 }] }
  const complaints = (change: object) =>
    undescribed(api, { ...answer, body: JSON.stringify({ ...body, ...change }) })
  expect(complaints({})).toEqual([])
  expect(complaints({ model: 'vit' })).toHaveLength(1)
  expect(complaints({ confidence: 2 })).toHaveLength(1)
  expect(complaints({ predictions: [{ score: 0.9, label: 'a' }] })).toHaveLength(1)
  expect(complaints({ more: 1 })).toHaveLength(1)
  expect(undescribed(api, { ...answer, status: 418, body: '{}' })).toHaveLength(1)
})
