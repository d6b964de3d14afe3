import { describe, expect, it } from 'vitest'
import { pictureUrl as url, readHosted as read, workOf as work } from '../../testing/fakes/hosted-requests'

const refused = { kind: 'invalid', detail: expect.stringMatching(/\.$/) as string }

describe('a classifier of the person’s own', () => {
  const image = { type: 'base64', value: 'iVBORw0KGgo=' }
  const found = { kind: 'base64', base64: 'iVBORw0KGgo' }
  const asked = { kind: 'trained', classifier: 'mine', version: 'latest', pictures: [found], isList: false }

  it('is asked by its address: base64 in the body, a file, or the address of a picture', () => {
    expect(read('trained', { text: 'iVBORw0KGgo=\n' })).toEqual({
      kind: 'done',
      value: { ...asked, confidence: null },
    })
    expect(read('trained', { hasImage: true, query: 'confidence=40' })).toMatchObject({
      value: { pictures: [{ kind: 'body' }], confidence: 0.4 },
    })
    expect(
      read('trained', { path: 'api/a-b/0a1b2c3d', query: `image=${encodeURIComponent(url)}` }),
    ).toMatchObject({
      value: { classifier: 'a-b', version: '0a1b2c3d', pictures: [{ kind: 'url', url }] },
    })
    for (const query of ['', 'image=', 'image=file:///etc/passwd', `image=${url}&confidence=many`])
      expect(read('trained', { query })).toEqual(refused)
  })

  it('is asked by its name in JSON, of one picture or of a list', () => {
    const model_id = 'mine/latest'
    expect(work('infer', { model_id, image, api_key: 'any', confidence: 0.7 })).toEqual({
      ...{ ...asked, confidence: 0.7 },
    })
    expect(work('infer', { model_id, image: [image, image] })).toMatchObject({
      pictures: [found, found],
      isList: true,
    })
    for (const json of [{ image }, { model_id }, { model_id: 'mine', image }, { model_id, image: [] }])
      expect(work('infer', json)).toEqual(refused)
  })
})

describe('tasks as Hugging Face’s clients ask them', () => {
  const base64 = 'iVBORw0KGgo='
  const picture = { kind: 'base64', base64: 'iVBORw0KGgo' }

  it('rank labels in the template of the task', () => {
    const parameters = { candidate_labels: ['car', 'red, green'] }
    for (const inputs of [base64, { image: base64 }])
      expect(work('hf-zero-shot', { inputs, parameters })).toEqual({
        ...{ kind: 'hf-zero-shot', picture, labels: ['car', 'red, green'] },
        template: 'This is a photo of {}.',
      })
    expect(
      work('hf-zero-shot', { inputs: base64, parameters: { ...parameters, hypothesis_template: '{}' } }),
    ).toMatchObject({ template: '{}' })
    for (const json of [
      { parameters },
      { inputs: base64 },
      { inputs: base64, parameters: { candidate_labels: [] } },
      { inputs: base64, parameters: { ...parameters, hypothesis_template: 'a photo' } },
    ])
      expect(work('hf-zero-shot', json)).toEqual(refused)
  })

  it('name a picture by a classifier: the bytes themselves, or base64', () => {
    expect(read('hf-classes', { hasImage: true, query: 'classifier=mine' })).toEqual({
      kind: 'done',
      value: { kind: 'hf-classes', picture: { kind: 'body' }, classifier: 'mine', topK: 5 },
    })
    expect(work('hf-classes', { inputs: base64, parameters: { top_k: 2 } })).toEqual({
      ...{ kind: 'hf-classes', picture, classifier: null, topK: 2 },
    })
    expect(work('hf-classes', { inputs: base64, parameters: { top_k: 0 } })).toEqual(refused)
  })
})
