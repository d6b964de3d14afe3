import { expect, it } from 'vitest'
import { towerPath } from '../../core/model/files/tower-path'
import { choiceOf, type ModelChoice } from '../../core/model/model-choice'
import { cpu, hub, setupFinder } from '../../testing/store/finder-setup'

const { signal } = new AbortController()
const options = { signal, onProgress: () => undefined }
const own = choiceOf(hub, { executor: 'own' })
const finer: ModelChoice = { ...own, finer: true }
const both = ['fp16', 'q8'] as const

it('finer weights are taken where they are worth their bytes, and the plan says what both are', async () => {
  const { finder, obtained } = setupFinder({ offered: both })
  expect(await finder.plan(own, cpu, signal)).toMatchObject({
    value: {
      dtype: { vision: 'fp16', text: 'fp16' },
      missing: 60,
      weights: { taken: 'finer', finer: 'fp16', smaller: 'q8', more: 0 },
    },
  })
  expect(await finder.find(own, cpu, options)).toMatchObject({
    value: { runtime: { dtypes: ['fp16', 'fp32', 'q8'], textDtypes: ['fp16', 'fp32', 'q8'] } },
  })
  const paths = obtained.flatMap(({ files }) => files.map(({ path }) => path))
  expect(paths).not.toContain(towerPath('vision', 'q8'))
})

it('smaller ones are where data is to be saved', async () => {
  const { finder } = setupFinder({ offered: both, savesData: true })
  expect(await finder.plan(own, cpu, signal)).toMatchObject({
    value: { dtype: { vision: 'q8', text: 'q8' }, weights: { taken: 'smaller', finer: 'fp16' } },
  })
})

it('what is stored is used, and no host is asked until somebody wants finer ones', async () => {
  const { finder, asked, obtained } = setupFinder({ offered: both, stored: ['q8'] })
  const plan = await finder.plan(own, cpu, signal)
  expect(plan).toMatchObject({ value: { dtype: { vision: 'q8' }, missing: 0 } })
  await finder.find(own, cpu, options)
  expect([asked, obtained]).toEqual([[], []])
  expect(await finder.plan(finer, cpu, signal)).toMatchObject({
    value: { dtype: { vision: 'fp16', text: 'fp16' }, missing: 20, weights: { taken: 'finer', more: 20 } },
  })
  await finder.find(finer, cpu, options)
  // The finest of what is stored from then on.
  expect(await finder.plan(own, cpu, signal)).toMatchObject({
    value: { dtype: { vision: 'fp16', text: 'fp16' }, missing: 0 },
  })
  expect(asked).toHaveLength(2)
})

it('a host that has none says what it has, where somebody wants them', async () => {
  const { finder } = setupFinder({ offered: ['q8'], stored: ['q8'] })
  expect(await finder.plan(finer, cpu, signal)).toMatchObject({
    kind: 'failed',
    error: { problem: { kind: 'other-precision', wanted: 'fp16, fp32', has: 'q8' } },
  })
})

it('a precision that is insisted on is taken as it is, and so is what runs on ONNX Runtime', async () => {
  const { finder } = setupFinder({ offered: both })
  for (const wish of [choiceOf(hub, { executor: 'own', dtype: 'q8' }), choiceOf(hub)]) {
    const plan = await finder.plan(wish, cpu, signal)
    expect(plan).toMatchObject({ value: { dtype: { vision: 'q8', text: 'q8' }, weights: undefined } })
  }
})

it('a model that they refuse by its name is not taken finer', async () => {
  const { finder } = setupFinder({ offered: both })
  const source = { ...hub, id: 'onnx-community/siglip2-base-patch16-224-ONNX' }
  expect(await finder.plan(choiceOf(source, { executor: 'own' }), cpu, signal)).toMatchObject({
    value: { dtype: { vision: 'q8' } },
  })
})
