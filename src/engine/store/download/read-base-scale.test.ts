import { expect, it } from 'vitest'
import { LOGIT_SCALE_FILE } from '../../../core/model/files/logit-scale'
import { setup } from '../../../testing/store/store-setup'
import { modelFiles } from '../../../testing/store/store-under-test'

const ID = 'me/siglip-small-ONNX'
const BASE = 'lab/siglip-small'

/** Weights whose every byte is a letter's, so that a test's hub can hold them as text. Scale exp(2.5), bias 3. */
const weights = (() => {
  const numbers = '\0\0\x20\x40' + '\0\0\x40\x40'
  const header = JSON.stringify({
    __metadata__: { format: 'pt' },
    logit_scale: { dtype: 'F32', shape: [1], data_offsets: [0, 4] },
    logit_bias: { dtype: 'F32', shape: [1], data_offsets: [4, 8] },
  }).padEnd(288)
  return `\x20\x01${'\0'.repeat(6)}${header}${numbers}${'x'.repeat(400_000)}`
})()

const siglip = (config: object) => ({
  ...modelFiles(7),
  'config.json': JSON.stringify({ model_type: 'siglip', ...config }),
})

const converted = siglip({ _name_or_path: BASE })

const scaleOf = async (blobs: ReadonlyMap<string, Blob>) => {
  const text = await blobs.get(LOGIT_SCALE_FILE)?.text()
  return text === undefined ? null : (JSON.parse(text) as unknown)
}

it('a scale that is in none of a model’s files is read from what it was converted from, and kept', async () => {
  const { hub, visit, source } = await setup({
    models: { [ID]: converted, [BASE]: { 'model.safetensors': weights } },
  })
  const outcome = await visit().obtain({ ...source, id: ID })
  if (outcome.kind !== 'done') throw new Error('not obtained')
  const expected = { logit_scale: expect.closeTo(Math.exp(2.5), 4) as number, logit_bias: 3 }
  expect(await scaleOf(outcome.value.blobs)).toEqual(expected)
  const ranges = (await hub.requests()).flatMap(({ host, path, range }) =>
    host === 'content' && path.endsWith('.safetensors') ? [range] : [],
  )
  expect(ranges).toEqual(['bytes=0-262143'])

  const asked = (await hub.requests()).length
  const again = await visit().store.open({ ...source, id: ID })
  if (again.kind !== 'done') throw new Error('not stored')
  expect(await scaleOf(again.value.blobs)).toEqual(expected)
  expect((await hub.requests()).length).toBe(asked)
})

it.each([
  ['the base is not there', converted, {}],
  ['the base’s weights are none', converted, { 'model.safetensors': 'x'.repeat(300_000) }],
  ['the base has another name', siglip({ _name_or_path: 'lab/other' }), { 'model.safetensors': weights }],
])('the model comes all the same where %s, without a scale', async (_, files, base) => {
  const { visit, source } = await setup({ models: { [ID]: files, [BASE]: base } })
  const outcome = await visit().obtain({ ...source, id: ID })
  if (outcome.kind !== 'done') throw new Error('not obtained')
  expect(await scaleOf(outcome.value.blobs)).toBeNull()
})

it('nothing is asked about a model that tells its own', async () => {
  const files = siglip({ _name_or_path: BASE, logit_scale: 110, logit_bias: -15 })
  const { hub, visit, source } = await setup({
    models: { [ID]: files, [BASE]: { 'model.safetensors': weights } },
  })
  expect(await visit().obtain({ ...source, id: ID })).toMatchObject({ kind: 'done' })
  expect((await hub.requests()).filter(({ path }) => path.includes(BASE))).toEqual([])
})
