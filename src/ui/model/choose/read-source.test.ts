import { describe, expect, it } from 'vitest'
import { HUB_HOST } from '../../../core/model/model-source'
import { readHubModel, readModelAddress } from './read-source'

const read = (id: string, revision = '') => readHubModel({ id, revision, host: HUB_HOST })

describe('a model on the hub', () => {
  it.each([
    ['Xenova/clip-vit-base-patch32', 'Xenova/clip-vit-base-patch32', 'main'],
    ['  openai/clip ', 'openai/clip', 'main'],
    ['https://huggingface.co/Xenova/clip-vit-base-patch32', 'Xenova/clip-vit-base-patch32', 'main'],
    ['huggingface.co/Xenova/clip', 'Xenova/clip', 'main'],
    ['hf.co/Xenova/clip/tree/v2', 'Xenova/clip', 'v2'],
    ['https://huggingface.co/Xenova/clip/tree/main?not-for-all=true#files', 'Xenova/clip', 'main'],
    ['https://huggingface.co/Xenova/clip/tree/v2', 'Xenova/clip', 'v2'],
    ['https://huggingface.co/Xenova/clip/blob/main/onnx/model.onnx', 'Xenova/clip', 'main'],
  ])('%s is %s at %s', (typed, id, revision) => {
    expect(read(typed)).toEqual({ kind: 'hub', host: HUB_HOST, id, revision })
  })

  it('comes from the host whose page was copied, at the revision that was typed', () => {
    expect(read('https://hub.example/a/b', 'v1')).toMatchObject({
      host: 'https://hub.example',
      revision: 'v1',
    })
  })

  it.each(['', 'clip', 'a/b/c', 'a b/c', '../../etc', '../etc'])('%j is none', (typed) => {
    expect(read(typed)).toBeNull()
  })
})

describe('a model at an address', () => {
  it('keeps the address as typed', () => {
    expect(readModelAddress(' http://localhost:8080/clip ')).toEqual({
      kind: 'url',
      baseUrl: 'http://localhost:8080/clip',
    })
  })

  it.each(['', 'clip', 'javascript:alert(1)', 'file:///etc'])('%j is none', (typed) => {
    expect(readModelAddress(typed)).toBeNull()
  })
})
