import { expect } from '@playwright/test'
import { ask, at, base64Of, CLIP, codeOf, defaults, parsed, VIT, type Asked } from './ask-hosted-api.ts'
import { test } from '../support/installed-test.ts'
import { plainPicture, type PictureFile } from '../support/make-pictures.ts'

test.describe('classification', () => {
  test('answers a posted picture in the fields of the hosted service, in their order', async ({
    colours,
  }) => {
    const answer = await ask(colours.page, `${CLIP}?labels=blue,red,green`, { image: plainPicture('red') })
    expect(answer.status).toBe(200)
    expect(answer.headers).toMatchObject({
      'content-type': 'application/json',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    })
    expect(answer.body).toMatch(
      /^\{"result":"red","confidence":0\.\d+,"model":"clip","predictions":\[\{"label":"red","score":0\.\d+\},/,
    )

    const labelsOf = async (query: string, asked: Asked = {}) => {
      const { predictions } = parsed(
        await ask(colours.page, CLIP + query, { image: plainPicture('red'), ...asked }),
      )
      return (predictions as { label: string }[]).map(({ label }) => label).sort()
    }
    expect(await labelsOf('')).toEqual([...defaults].sort())
    expect(await labelsOf('?labels=red&labels=' + encodeURIComponent('"green, light",blue'))).toEqual([
      'blue',
      'green, light',
      'red',
    ])
    expect(await labelsOf('', { fields: { labels: 'red,汽车' } })).toEqual(['red', '汽车'])
    expect(await labelsOf('?clipModel=other-owner/Colours&labels=red')).toEqual(['red'])

    // What is on the page is the person's.
    await colours.tags.expect(defaults)
    await expect(colours.picture('red.png')).toHaveCount(0)
  })

  test('reads a picture from an address, and says what is wrong with one that it cannot read', async ({
    colours,
    hub,
  }) => {
    const open = await ask(colours.page, `${CLIP}?labels=red,blue&url=${at(`${hub.origin}/open/red.png`)}`)
    expect(parsed(open)).toMatchObject({ result: 'red', model: 'clip' })
    const guarded = await ask(colours.page, `${CLIP}?url=${at(`${hub.origin}/guarded/red.png`)}`)
    expect(codeOf(guarded)).toBe('400 IMAGE_FETCH_BLOCKED')
    const missing = await ask(colours.page, `${CLIP}?url=${at(`${hub.origin}/nowhere.png`)}`)
    expect(codeOf(missing)).toBe('502 NETWORK')
  })

  test('refuses what it cannot use with a code and a next step', async ({ colours }) => {
    const text: PictureFile = { name: 'a.png', mimeType: 'image/png', buffer: Buffer.from('no picture') }
    const red = plainPicture('red')
    const cases: readonly [string, Asked, string][] = [
      [CLIP, {}, '400 VALIDATION_ERROR'],
      [CLIP, { fields: { labels: 'car' } }, '400 VALIDATION_ERROR'],
      [CLIP, { method: 'POST' }, '400 VALIDATION_ERROR'],
      [CLIP, { fields: { image: 'a text' } }, '400 VALIDATION_ERROR'],
      [`${CLIP}?url=car.png`, {}, '400 VALIDATION_ERROR'],
      [`${CLIP}?url=file:///etc/passwd`, {}, '400 VALIDATION_ERROR'],
      [`${CLIP}?url=https://me:secret@example.org/a.png`, {}, '400 VALIDATION_ERROR'],
      [`${CLIP}?labels=`, { image: red }, '400 VALIDATION_ERROR'],
      [`${CLIP}?labels=,%20,`, { image: red }, '400 VALIDATION_ERROR'],
      [`${CLIP}?labels=${'a,'.repeat(1001)}`, { image: red }, '400 VALIDATION_ERROR'],
      [`${CLIP}?clipModel=../up`, { image: red }, '400 VALIDATION_ERROR'],
      [`${CLIP}?clipModel=nobody/knows`, { image: red }, '404 UNSUPPORTED_MODEL'],
      [CLIP, { image: text }, '400 IMAGE_DECODE_FAILED'],
      [VIT, {}, '400 VALIDATION_ERROR'],
      [VIT, { image: red }, '503 MODEL_NOT_LOADED'],
      ['api', {}, '404 NOT_FOUND'],
      ['api/image-classification/resnet', { image: red }, '404 NOT_FOUND'],
      [CLIP, { method: 'DELETE' }, '405 METHOD_NOT_ALLOWED'],
      [VIT, { method: 'PUT', text: 'x' }, '405 METHOD_NOT_ALLOWED'],
      ['clip/compare', {}, '405 METHOD_NOT_ALLOWED'],
      ['clip/compare', { text: '{"subject":' }, '400 VALIDATION_ERROR'],
      ['clip/compare', { json: { subject: 'x', prompt: ['car'] } }, '400 VALIDATION_ERROR'],
      ['clip/embed_image', { json: { image: { type: 'file', value: '/etc' } } }, '400 VALIDATION_ERROR'],
      ['clip/embed_text', { json: { text: [] } }, '400 VALIDATION_ERROR'],
    ]
    for (const [path, asked, code] of cases)
      expect(
        codeOf(await ask(colours.page, path, asked)),
        `${path} ${JSON.stringify(asked).slice(0, 80)}`,
      ).toBe(code)
    expect((await ask(colours.page, CLIP, { method: 'PATCH', text: '' })).headers.allow).toBe(
      'GET, HEAD, POST, OPTIONS',
    )
    const options = await ask(colours.page, 'clip/compare', { method: 'OPTIONS' })
    expect([options.status, options.headers.allow]).toEqual([204, 'POST, OPTIONS'])
    const head = await ask(colours.page, CLIP, { method: 'HEAD' })
    expect([head.status, head.body]).toEqual([400, ''])
  })

  test('gives up a body over the limit', async ({ colours }) => {
    const { page } = colours
    const post = (path: string, megabytes: number, asForm: boolean) =>
      page.evaluate(
        async ({ path, megabytes, asForm }) => {
          const file = new File(
            Array.from({ length: megabytes }, () => new Uint8Array(2 ** 20)),
            'huge.png',
          )
          const form = new FormData()
          form.append('image', file)
          const response = await fetch(path, { method: 'POST', body: asForm ? form : file })
          return { status: response.status, headers: {}, body: await response.text() }
        },
        { path, megabytes, asForm },
      )
    expect(codeOf(await post(CLIP, 65, true))).toBe('413 IMAGE_TOO_LARGE')
    expect(codeOf(await post('clip/compare', 33, false))).toBe('413 IMAGE_TOO_LARGE')
    expect(codeOf(await post('clip/embed_text', 33, false))).toBe('413 BODY_TOO_LARGE')
  })

  test('by fixed labels comes down to the six categories; no other model is loaded for a request', async ({
    installed,
  }) => {
    const app = await installed.openIsolated('?model=none')
    await test.step('by fixed labels comes down to the six categories', async () => {
      await app.loadFromHub('test/imagenet-colors')
      const answer = await ask(app.page, `${VIT}?labels=ignored`, { image: plainPicture('blue') })
      expect(answer.body).toMatch(/^\{"result":"truck","confidence":0\.\d+,"model":"vit","predictions":\[/)
      const { predictions } = parsed(answer) as { predictions: { label: string }[] }
      expect(predictions.map(({ label }) => label).sort()).toEqual([...defaults].sort())
      expect(codeOf(await ask(app.page, CLIP, { image: plainPicture('red') }))).toBe('503 MODEL_NOT_LOADED')
      const named = await ask(app.page, `${VIT}?vitModel=elsewhere/imagenet-colors`, {
        image: plainPicture('red'),
      })
      expect(parsed(named).result).toBe('car')
    })
    await test.step('loads no other model for a request, and says the way to it', async () => {
      await app.loadFromHub('test/colours')
      await app.loadFromHub('test/siglip-colours')
      const here = await ask(app.page, `${CLIP}?clipModel=test/colours`, { image: plainPicture('red') })
      expect(codeOf(here)).toBe('503 MODEL_NOT_LOADED')
      expect(parsed(here).message).toContain('test/colours is on this device and not loaded')
      const elsewhere = await ask(app.page, `${CLIP}?clipModel=nobody/knows`, { image: plainPicture('red') })
      expect(codeOf(elsewhere)).toBe('404 UNSUPPORTED_MODEL')
      expect(parsed(elsewhere).message).toContain(`${installed.site.url}?clipModel=nobody%2Fknows`)
      expect(await app.page.evaluate(() => window.taglens.model()?.id)).toBe('test/siglip-colours')
    })
  })
})

test.describe('comparison', () => {
  test('answers cosines in the order of the prompts, whatever they are', async ({ colours, hub }) => {
    const compare = async (json: unknown) => {
      const answer = await ask(colours.page, 'clip/compare', { json })
      expect(answer.body).toMatch(/^\{"similarity":.*,"time":[\d.e-]+\}$/)
      return parsed(answer).similarity
    }
    const red = { type: 'base64', value: base64Of(plainPicture('red')) }
    const blue = { type: 'base64', value: `data:image/png;base64,${base64Of(plainPicture('blue'))}` }
    const byAddress = { type: 'url', value: `${hub.origin}/open/red.png` }

    const [toBlue = 0, toRed = 0] = (await compare({ subject: red, prompt: ['blue', 'red'] })) as number[]
    expect(toRed).toBeGreaterThan(toBlue)
    expect(await compare({ subject: byAddress, subject_type: 'image', prompt: 'red' })).toEqual([toRed])
    const named = await compare({ subject: red, prompt: { b: 'blue', a: 'red' }, prompt_type: 'text' })
    expect(JSON.stringify(named)).toBe(JSON.stringify({ b: toBlue, a: toRed }))
    const pictures = { prompt: [blue, byAddress], prompt_type: 'image' }
    const [blueToRed = 0, same = 0] = (await compare({ subject: red, ...pictures })) as number[]
    expect(same).toBeCloseTo(1, 5)
    expect(blueToRed).toBeLessThan(same)
    const ofText = await compare({ subject: 'red', subject_type: 'text', ...pictures })
    expect(ofText).toHaveLength(2)
    expect(await compare({ subject: red, prompt: blue, prompt_type: 'image' })).toEqual([blueToRed])
  })

  test('embeds pictures and texts as unit vectors', async ({ colours }) => {
    const embed = async (path: string, json: unknown) => {
      const answer = await ask(colours.page, path, { json })
      expect(Object.keys(parsed(answer))).toEqual(['embeddings', 'time'])
      return parsed(answer).embeddings as number[][]
    }
    const image = { type: 'base64', value: base64Of(plainPicture('red')) }
    const [picture = []] = await embed('clip/embed_image', { image })
    const texts = await embed('api/clip/embed_text', { text: ['blue', 'red'] })
    expect(texts).toHaveLength(2)
    for (const vector of [picture, ...texts]) expect(Math.hypot(...vector)).toBeCloseTo(1, 4)
    expect(await embed('clip/embed_image', { image: [image, image] })).toEqual([picture, picture])
  })
})
