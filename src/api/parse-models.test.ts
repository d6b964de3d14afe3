import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { parseModelSource } from './parse-models'

// A host's address may be relative to the page's.
beforeAll(() => {
  vi.stubGlobal('location', { href: 'https://app.test/' })
})
afterAll(() => {
  vi.unstubAllGlobals()
})

describe('the id of a hub’s model', () => {
  it.each(['o/base', '  o/base ', 'o/base\n', 'o/base/'])('is read of %j', (id) => {
    expect(parseModelSource({ id })).toMatchObject({ kind: 'done', value: { source: { id: 'o/base' } } })
  })

  it.each(['', ' ', 'o/base/more', '../base', 'o//'])('is not %j', (id) => {
    expect(parseModelSource({ id })).toMatchObject({ kind: 'failed', error: { code: 'VALIDATION_ERROR' } })
  })
})
