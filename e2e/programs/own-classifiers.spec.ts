import { InferenceClient } from '@huggingface/inference'
import { expect, type Page } from '@playwright/test'
import { ask, base64Of, codeOf, fetchThrough, parsed } from './ask-hosted-api.ts'
import { test } from '../support/installed-test.ts'
import { plainPicture, type PictureFile } from '../support/make-pictures.ts'

const asDataUrl = (picture: PictureFile) => `data:image/png;base64,${base64Of(picture)}`
const [red, yellow, blue] = [plainPicture('red'), plainPicture('yellow'), plainPicture('blue')]

/** Trains as a program on the page does. */
const train = (page: Page, mode: 'single' | 'multi') =>
  page.evaluate(
    ({ mode, red, yellow, blue }) =>
      window.taglens.classifiers.train({
        ...{ mode, labels: ['warm', 'cold'] },
        examples: [
          { picture: red, yes: ['warm'], no: ['cold'] },
          { picture: yellow, yes: ['warm'], no: ['cold'] },
          { picture: blue, yes: ['cold'], no: ['warm'] },
        ],
      }),
    { mode, red: asDataUrl(red), yellow: asDataUrl(yellow), blue: asDataUrl(blue) },
  )

test('a classifier of one’s own answers as the service does for trained models, of one label and of several', async ({
  colours: { page },
}) => {
  const single = await train(page, 'single')
  const answer = await ask(page, `${single.id}/${single.version}`, { text: base64Of(red) })
  expect(answer.body).toMatch(
    /^\{"time":[\d.e-]+,"image":\{"width":120,"height":90\},"predictions":\[\{"class":"warm","class_id":0,"confidence":0\.\d+\},\{"class":"cold","class_id":1,"confidence":[\d.e-]+\}\],"top":"warm","confidence":0\.\d+\}$/,
  )
  const image = { type: 'base64', value: base64Of(blue) }
  const inferred = await ask(page, 'infer/classification', {
    json: { model_id: `${single.id}/latest`, image: [image, image], api_key: 'any' },
  })
  expect(JSON.parse(inferred.body)).toMatchObject([{ top: 'cold' }, { top: 'cold' }])

  const multi = await train(page, 'multi')
  const several = await ask(page, `api/${multi.id}/latest`, { text: base64Of(yellow) })
  expect(several.body).toMatch(
    /^\{"time":[\d.e-]+,"image":\{"width":120,"height":90\},"predictions":\{"warm":\{"confidence":0\.\d+,"class_id":0\},"cold":\{"confidence":[\d.e-]+,"class_id":1\}\},"predicted_classes":\["warm"\]\}$/,
  )
  const none = await ask(page, `${multi.id}/latest?confidence=1`, { text: base64Of(yellow) })
  expect(parsed(none).predicted_classes).toEqual([])

  const [record] = await page.evaluate(
    ([picture, classifier]) => window.taglens.classify([picture], { classifier }),
    [asDataUrl(blue), single.id] as const,
  )
  const { id, version } = single
  expect(record).toMatchObject({ top: 'cold', classifier: { id, version, examples: 3 } })

  const unknown = await ask(page, `${single.id}/00000000`, { text: base64Of(red) })
  expect(codeOf(unknown)).toBe('404 MODEL_NOT_FOUND')
  expect(parsed(unknown).message).toContain(`It is at version ${single.version}`)
  expect(codeOf(await ask(page, `${single.id}/latest`, { text: '%%%' }))).toBe('400 VALIDATION_ERROR')
})

test('Hugging Face’s own client is answered, pointed at the page', async ({
  colours: { page },
  answering: { installed },
}) => {
  const app = installed.site.url
  const client = new InferenceClient(undefined, { fetch: fetchThrough(page, app) })
  const picture = (file: PictureFile) => new Blob([new Uint8Array(file.buffer)], { type: file.mimeType })
  const ranked = await client.zeroShotImageClassification({
    endpointUrl: `${app}api/huggingface/zero-shot-image-classification`,
    inputs: { image: picture(red) },
    parameters: { candidate_labels: ['blue', 'red'] },
  })
  expect(ranked.map(({ label }) => label)).toEqual(['red', 'blue'])
  expect(ranked.reduce((sum, { score }) => sum + score, 0)).toBeCloseTo(1, 6)

  const { id } = await train(page, 'single')
  const named = await client.imageClassification({
    endpointUrl: `${app}api/huggingface/image-classification?classifier=${id}`,
    data: picture(blue),
  })
  expect(named.map(({ label }) => label)).toEqual(['cold', 'warm'])
  expect(named[0]?.score).toBeGreaterThan(0.5)
  await expect(
    client.imageClassification(
      { endpointUrl: `${app}api/huggingface/image-classification`, data: picture(blue) },
      { retry_on_error: false },
    ),
  ).rejects.toThrow('The model that is loaded has no fixed labels')
})
