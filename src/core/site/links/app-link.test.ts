import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseAppLink } from './app-link'
import { toLinkQuery } from './link-query'

const parse = (query: string) => parseAppLink([...new URLSearchParams(query)])
const linkOf = (query: string) => {
  const outcome = parse(query)
  if (outcome.kind !== 'done') throw new Error(`refused: ${query}`)
  return outcome.value
}

describe('a link', () => {
  it('has the hosted service’s parameters', () => {
    expect(
      linkOf('url=https://example.org/a.jpg&labels=car,document&clipModel=Xenova/clip-vit-base-patch32'),
    ).toEqual({
      mode: 'clip',
      url: 'https://example.org/a.jpg',
      labels: ['car', 'document'],
      template: null,
      temperature: null,
      rules: {},
      clipModel: 'Xenova/clip-vit-base-patch32',
      vitModel: null,
      classifier: null,
    })
  })

  it('without any asks for nothing, whatever else is in the address', () => {
    expect(linkOf('testing&model=none')).toMatchObject({ url: null, labels: null, rules: {} })
  })

  it.each([
    ['labels=a&labels=b', ['a', 'b']],
    ['labels=a,,b,', ['a', 'b']],
    ['labels="red, green",b', ['red, green', 'b']],
    ['labels=a "big" dog,b', ['a "big" dog', 'b']],
    ['labels="open,b', ['"open', 'b']],
    ['labels="a ""big"" dog"', ['a "big" dog']],
    ['labels=' + encodeURIComponent('汽车,سيارة,🚗'), ['汽车', 'سيارة', '🚗']],
  ])('lists labels: %s', (query, labels) => {
    expect(linkOf(query).labels).toEqual(labels)
  })

  it.each([
    'url=ftp://example.org/a.jpg',
    'url=javascript:alert(1)',
    'url=data:image/png;base64,AA',
    'url=/local.jpg',
    'url=https://user:secret@example.org/a.jpg',
    'url=https://',
    'labels=',
    'labels=,,',
    'mode=other',
    'clipModel=../../etc',
    'clipModel=a/b/c',
    'margin=much',
    'temperature=0',
    'answer=all',
    'labels=' + 'a,'.repeat(1001),
    'labels=' + 'a'.repeat(10_001),
  ])('is refused with a code: %#', (query) => {
    expect(parse(query)).toMatchObject({ kind: 'failed', error: { code: 'VALIDATION_ERROR' } })
  })

  it('gives back what it was made of', () => {
    const label = fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' }).map((text) => `a${text}b`)
    fc.assert(
      fc.property(fc.array(label, { minLength: 1, maxLength: 8 }), (labels) => {
        const query = toLinkQuery({
          mode: 'clip',
          labels,
          templates: ['a photo of a {}', 'the {}'],
          temperature: 2,
          rules: { mode: 'multi', noneMargin: null },
          clipModel: 'owner/name',
        })
        expect(linkOf(query)).toEqual({
          mode: 'clip',
          url: null,
          labels,
          template: 'a photo of a {}\nthe {}',
          temperature: 2,
          rules: { mode: 'multi', noneMargin: null },
          clipModel: 'owner/name',
          vitModel: null,
          classifier: null,
        })
      }),
    )
  })

  it('to a classifier says the mode and the model, and nothing of tags', () => {
    expect(toLinkQuery({ mode: 'vit', vitModel: null })).toBe('mode=vit')
    const query = toLinkQuery({ mode: 'vit', vitModel: 'owner/name' })
    expect(linkOf(query)).toMatchObject({ mode: 'vit', vitModel: 'owner/name', labels: null, template: null })
  })
})
