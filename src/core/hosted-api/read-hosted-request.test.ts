import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pictureUrl as url, readHosted as read, workOf as work } from '../../testing/fakes/hosted-requests'
import { methodsOf, routeOfPath, type HostedRoute } from './hosted-route'
import { readHostedRequest } from './read-hosted-request'

const routes: readonly HostedRoute[] = [
  ...(['clip', 'vit', 'compare', 'embed-image', 'embed-text'] as const),
  ...(['trained', 'infer', 'hf-zero-shot', 'hf-classes'] as const),
]

const refused = { kind: 'invalid', detail: expect.stringMatching(/\.$/) as string }

describe('a path', () => {
  it.each([
    ['api/image-classification/clip', 'clip'],
    ['api/image-classification/vit/', 'vit'],
    ['clip/compare', 'compare'],
    ['api/clip/embed_text', 'embed-text'],
    ['api/anything', 'unknown'],
    ['api', 'unknown'],
    ['', null],
    ['index.html', null],
    ['apis', null],
    ['clip/constructor', null],
    ['__proto__', null],
    ['infer/classification', 'infer'],
    ['api/huggingface/image-classification', 'hf-classes'],
    // By GET these are files of the app.
    ['mine/latest', null],
  ])('%s is %s', (path, route) => {
    expect(routeOfPath(path, 'GET')).toBe(route)
  })

  it.each([
    ['mine/latest', 'trained'],
    ['api/mine/0a1b2c3d/', 'trained'],
    ['share', null],
    ['assets/index.js', null],
    ['mine/latest/more', null],
    ['api/clip/compare', 'compare'],
    ['api/anything', 'unknown'],
    ['api/image-classification/resnet', 'unknown'],
    ['clip/constructor', null],
  ])('that is posted to: %s is %s', (path, route) => {
    expect(routeOfPath(path, 'POST')).toBe(route)
  })

  it('answers GET only where an address says all', () => {
    expect(routes.filter((route) => methodsOf(route).includes('GET'))).toEqual(['clip', 'vit'])
  })
})

describe('classification', () => {
  it('names a picture by its address, tags in their order and a model', () => {
    const query = new URLSearchParams([
      ['url', url],
      ['labels', 'car,"red, green"'],
      ['labels', 'dog'],
      ['clipModel', 'Xenova/clip-vit-base-patch32'],
    ])
    expect(read('clip', { query: query.toString() })).toEqual({
      kind: 'done',
      value: {
        kind: 'clip',
        picture: { kind: 'url', url },
        labels: ['car', 'red, green', 'dog'],
        model: 'Xenova/clip-vit-base-patch32',
      },
    })
  })

  it('takes the six default tags where none are given, and the file rather than the address', () => {
    expect(read('clip', { query: 'url=https://pictures.example/car.jpg', hasImage: true })).toEqual({
      kind: 'done',
      value: {
        kind: 'clip',
        picture: { kind: 'body' },
        labels: ['car', 'document', 'motorcycle', 'truck', 'person', 'other'],
        model: null,
      },
    })
  })

  it('by fixed labels ignores tags, empty ones too', () => {
    expect(read('vit', { query: 'labels=&vitModel=Xenova/resnet-18', hasImage: true })).toEqual({
      kind: 'done',
      value: { kind: 'vit', picture: { kind: 'body' }, model: 'Xenova/resnet-18' },
    })
  })

  it.each([
    ['neither a file nor an address', ''],
    ['an empty address', 'url='],
    ['an address that is none', 'url=car.jpg'],
    ['a file of this machine', 'url=file:///etc/passwd'],
    ['script', 'url=javascript:alert(1)'],
    ['an address with a password', 'url=https://me:secret@pictures.example/car.jpg'],
    ['a model that climbs', `url=${url}&clipModel=../up&vitModel=../up`],
    ['a model without an owner', `url=${url}&clipModel=resnet&vitModel=resnet`],
  ])('is refused with %s', (_, query) => {
    expect(read('clip', { query })).toEqual(refused)
    expect(read('vit', { query })).toEqual(refused)
  })

  it.each(['labels=', 'labels=,%20,', `labels=${'a,'.repeat(1001)}`, `labels=${'a'.repeat(10_001)}`])(
    'is refused with tags that are none or too many: %.20s',
    (query) => {
      expect(read('clip', { query, hasImage: true })).toEqual(refused)
    },
  )
})

describe('comparison', () => {
  const picture = { type: 'base64', value: 'iVBORw0KGgo=' }
  const readPicture = { kind: 'base64', base64: 'iVBORw0KGgo' }
  const text = (value: string) => ({ kind: 'text', text: value })

  it.each([
    ['a text', 'car', [text('car')], null],
    ['a list', ['car', 'dog'], [text('car'), text('dog')], null],
    ['an object', { a: 'car', b: 'dog' }, [text('car'), text('dog')], ['a', 'b']],
    [
      'an object of unlucky names',
      { type: 'car', value: 'dog' },
      [text('car'), text('dog')],
      ['type', 'value'],
    ],
  ])('takes prompts as %s', (_, prompt, prompts, names) => {
    expect(work('compare', { subject: picture, prompt })).toEqual({
      kind: 'compare',
      subject: { kind: 'picture', picture: readPicture },
      prompts,
      names,
    })
  })

  it('takes pictures as prompts and a text as subject', () => {
    const asked = { subject: 'car', subject_type: 'text', prompt_type: 'image' }
    const found = { kind: 'picture', picture: readPicture }
    expect(work('compare', { ...asked, prompt: picture })).toMatchObject({ prompts: [found], names: null })
    expect(work('compare', { ...asked, prompt: { a: picture } })).toMatchObject({
      prompts: [found],
      names: ['a'],
    })
    expect(work('compare', { ...asked, prompt: [{ type: 'url', value: url }] })).toMatchObject({
      subject: text('car'),
      prompts: [{ kind: 'picture', picture: { kind: 'url', url } }],
    })
  })

  it.each(['data:image/png;base64,iVBORw0KGgo=', 'iVBO\r\nRw0KGgo', 'iVBORw0KGgo='])(
    'reads base64 however it is wrapped: %j',
    (value) => {
      expect(work('embed-image', { image: { type: 'base64', value } })).toEqual({
        kind: 'embed-image',
        pictures: [readPicture],
      })
    },
  )

  it.each([
    ['no subject', { prompt: 'car' }],
    ['no prompt', { subject: picture }],
    ['an empty list', { subject: picture, prompt: [] }],
    ['an empty object', { subject: picture, prompt: {} }],
    ['an empty prompt', { subject: picture, prompt: ['car', ' '] }],
    ['a number', { subject: picture, prompt: [7] }],
    ['another type', { subject: picture, prompt: 'car', prompt_type: 'sound' }],
    ['a file', { subject: { type: 'file', value: '/etc/passwd' }, prompt: 'car' }],
    ['an address of this machine', { subject: { type: 'url', value: 'file:///etc' }, prompt: 'car' }],
    ['no base64', { subject: { type: 'base64', value: '%%%' }, prompt: 'car' }],
  ])('is refused with %s', (_, json) => {
    expect(work('compare', json)).toEqual(refused)
  })
})

describe('whatever is sent', () => {
  it('becomes work or a refusal with a reason, and never an exception', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...routes),
        fc.oneof(
          fc.string(),
          fc.json(),
          fc
            .jsonValue()
            .map((value) => JSON.stringify({ subject: value, prompt: value, image: value, text: value })),
        ),
        fc.array(fc.tuple(fc.constantFrom('url', 'labels', 'clipModel', 'vitModel'), fc.string())),
        fc.boolean(),
        (route, text, parameters, hasImage) => {
          const outcome = readHostedRequest({ route, path: 'mine/latest', text, parameters, hasImage })
          if (outcome.kind !== 'done') expect(outcome).toEqual(refused)
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('is read in time in proportion to its length', () => {
    for (const piece of ['"', '",', ' ', 'a"b,', '""']) {
      const labels = piece.repeat(100_000 / piece.length)
      expect(['done', 'invalid']).toContain(
        read('clip', { parameters: [['labels', labels]], hasImage: true }).kind,
      )
    }
    expect(work('embed-image', { image: 'A='.repeat(2_000_000) })).toEqual(refused)
  }, 5000)
})
