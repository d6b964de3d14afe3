import { describe, expect, it } from 'vitest'
import { readVitRequest } from './vit-request'

const read = (query: string, hasImage = false) => readVitRequest(new URLSearchParams(query), hasImage)

describe('a request of /api/image-classification/vit', () => {
  it('names a picture by its address and may name a model; labels do not matter', () => {
    const url = 'https://pictures.example/a%20car.jpg?size=2'
    const query = new URLSearchParams({ url, labels: 'cat,dog', vitModel: 'Xenova/resnet-18' })
    expect(read(query.toString())).toEqual({
      kind: 'done',
      value: {
        image: { kind: 'url', url },
        model: 'Xenova/resnet-18',
      },
    })
  })

  it('takes the file rather than the address where it has both', () => {
    expect(read('url=https://pictures.example/car.jpg', true)).toEqual({
      kind: 'done',
      value: { image: { kind: 'body' }, model: null },
    })
  })

  it.each([
    ['neither a file nor an address', ''],
    ['an empty address', 'url='],
    ['an address that is none', 'url=car.jpg'],
    ['a file of this machine', 'url=file:///etc/passwd'],
    ['script', 'url=javascript:alert(1)'],
    ['an address with a password', 'url=https://me:secret@pictures.example/car.jpg'],
    ['a model that climbs', 'url=https://pictures.example/car.jpg&vitModel=../up'],
    ['a model without an owner', 'url=https://pictures.example/car.jpg&vitModel=resnet-18'],
  ])('is refused with %s', (_, query) => {
    expect(read(query)).toMatchObject({ kind: 'failed', error: { code: 'VALIDATION_ERROR' } })
  })
})
