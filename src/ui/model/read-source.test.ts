import { describe, expect, it } from 'vitest'
import { readSource } from './read-source'

describe('a model on the hub', () => {
  it.each([
    ['Xenova/clip-vit-base-patch32', 'Xenova/clip-vit-base-patch32'],
    ['  openai/clip ', 'openai/clip'],
    ['https://huggingface.co/Xenova/clip-vit-base-patch32', 'Xenova/clip-vit-base-patch32'],
    ['https://huggingface.co/Xenova/clip/tree/main', 'Xenova/clip'],
  ])('%s is %s', (typed, id) => {
    expect(readSource('hub', typed)).toMatchObject({ kind: 'hub', id, revision: 'main' })
  })

  it.each(['', 'clip', 'a/b/c', 'a b/c', '../../etc'])('%j is none', (typed) => {
    expect(readSource('hub', typed)).toBeNull()
  })
})

describe('a model at an address', () => {
  it('keeps the address as typed', () => {
    expect(readSource('url', ' http://localhost:8080/clip ')).toEqual({
      kind: 'url',
      baseUrl: 'http://localhost:8080/clip',
    })
  })

  it.each(['', 'clip', 'javascript:alert(1)', 'file:///etc'])('%j is none', (typed) => {
    expect(readSource('url', typed)).toBeNull()
  })
})
