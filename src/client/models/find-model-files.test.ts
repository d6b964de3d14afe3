import { describe, expect, it } from 'vitest'
import { DESCRIPTION_FILES } from '../../core/model/files/model-files'
import { choiceOf, type ModelChoice } from '../../core/model/model-choice'
import type { ModelSource } from '../../core/model/model-source'
import { textVectorsPath, towerPath } from '../../core/model/files/tower-path'
import type { Dtype, Runtime } from '../../core/runtime/runtime'
import { cpu, hub, setupFinder } from '../../testing/store/finder-setup'

const disk: ModelSource = { kind: 'disk', id: 'mine' }
const gpu: Runtime = { ...cpu, device: 'webgpu', build: 'jspi', dtypes: ['fp16', 'fp32'] }
const { signal } = new AbortController()
const options = { signal, onProgress: () => undefined }

const setup = (...given: Parameters<typeof setupFinder>) => {
  const { finder, ...seen } = setupFinder(...given)
  const find = async (source: ModelSource, runtime: Runtime, dtype: Dtype | 'auto' = 'auto') => {
    const found = await finder.find(choiceOf(source, { dtype }), runtime, options)
    if (found.kind !== 'done') return found
    const { files, ...rest } = found.value
    return { ...rest, paths: files.kind === 'blobs' ? [...files.blobs.keys()] : [] }
  }
  return { finder, find, ...seen }
}

describe('find', () => {
  it('takes what is stored without a word to the host', async () => {
    const { find, asked, obtained } = setup({ offered: ['q8'], stored: ['q8'] })
    expect(await find(hub, cpu)).toMatchObject({ runtime: cpu, revision: 'c0ffee', kept: true })
    expect([asked, obtained]).toEqual([[], []])
  })

  it('downloads the best precision of those that the device runs, and no other', async () => {
    const { find, obtained } = setup({ offered: ['fp32', 'fp16', 'q8'] })
    await find(hub, gpu)
    expect(obtained.flatMap(({ files }) => files.map(({ path }) => path)).sort()).toEqual(
      [...DESCRIPTION_FILES, towerPath('text', 'q8'), towerPath('vision', 'fp16')].sort(),
    )
  })

  it('takes what keeps convolutions as they are before 8 bits, and opens that first', async () => {
    const { find, obtained } = setup({ offered: ['fp32', 'fp16', 'q8'] })
    const source = { ...hub, id: 'Xenova/mobileclip_s0' }
    expect(await find(source, cpu)).toMatchObject({ runtime: { dtypes: ['fp16', 'q8', 'fp32'] } })
    expect(obtained.flatMap(({ files }) => files.map(({ path }) => path))).toContain(
      towerPath('vision', 'fp16'),
    )
  })

  it('asks the host for what the graphics card runs where only the CPU’s is stored', async () => {
    const { find, obtained } = setup({ offered: ['fp16', 'q8'], stored: ['q8'] })
    expect(await find(hub, gpu)).toMatchObject({ runtime: gpu })
    expect(obtained).toHaveLength(1)
  })

  it('runs what is stored on the CPU where the host does not answer', async () => {
    const { find } = setup({ stored: ['q8'] })
    expect(await find(hub, gpu)).toMatchObject({
      runtime: { device: 'wasm', dtypes: ['q8', 'fp16', 'fp32'] },
    })
  })

  it('hands over all that is stored of a model, for the rungs further down', async () => {
    const { find } = setup({ offered: ['fp16', 'q8'], stored: ['q8'] })
    expect(await find(hub, gpu)).toMatchObject({
      paths: expect.arrayContaining([towerPath('vision', 'fp16'), towerPath('vision', 'q8')]) as string[],
    })
  })

  it('goes on with what is in memory where there is no room to keep it', async () => {
    const { find } = setup({ offered: ['q8'], room: false })
    expect(await find(hub, cpu)).toMatchObject({ kept: false })
  })

  it('runs what is published for the CPU alone there, on a machine with a graphics card', async () => {
    const { find } = setup({ offered: ['q8'] })
    expect(await find(hub, gpu)).toMatchObject({ runtime: { device: 'wasm' } })
  })

  it('says what a model lacks at the precision that was insisted on', async () => {
    const { find } = setup({ offered: ['q8'] })
    expect(await find(hub, cpu, 'fp32')).toMatchObject({
      kind: 'failed',
      error: { code: 'UNSUPPORTED_MODEL', problem: { kind: 'other-precision', wanted: 'fp32', has: 'q8' } },
    })
  })

  it('has no host to ask for a model of the person’s own', async () => {
    const { find, asked } = setup({ offered: ['q8'] })
    expect(await find(disk, cpu)).toMatchObject({ kind: 'failed', error: { code: 'MODEL_NOT_FOUND' } })
    expect(asked).toEqual([])
  })
})

describe('plan', () => {
  it('tells the bytes that are still missing, and downloads none of them', async () => {
    const { finder, obtained } = setup({ offered: ['fp16', 'q8'], stored: ['q8'] })
    const plan = await finder.plan(choiceOf(hub), gpu, signal)
    expect(plan).toMatchObject({
      kind: 'done',
      value: { device: 'webgpu', dtype: { vision: 'fp16', text: 'q8' }, total: 60, missing: 10 },
    })
    expect(obtained).toEqual([])
  })

  it('has nothing missing of a model that is stored whole', async () => {
    const { finder } = setup({ stored: ['q8'] })
    const plan = await finder.plan(choiceOf(hub), cpu, signal)
    expect(plan).toMatchObject({ kind: 'done', value: { total: 60, missing: 0 } })
  })
})

describe('the newest commit', () => {
  const newest: ModelChoice = { ...choiceOf(hub), newest: true }

  it('is asked for where that is wanted, whatever is stored, and all of it counts as missing', async () => {
    const { finder, asked } = setup({ offered: ['q8'], stored: ['q8'], commit: 'decade' })
    expect(await finder.plan(newest, cpu, signal)).toMatchObject({
      value: { revision: 'decade', present: 'c0ffee', total: 60, missing: 60 },
    })
    expect(asked).toHaveLength(1)
    expect(await finder.plan(choiceOf(hub), cpu, signal)).toMatchObject({
      value: { revision: 'c0ffee', present: 'c0ffee', missing: 0 },
    })
    expect(asked).toHaveLength(1)
  })

  it('comes whole before it answers, since the older one does meanwhile', async () => {
    const { finder, obtained } = setup({ offered: ['q8'], stored: ['q8'], vectors: 'q8', commit: 'decade' })
    await finder.find(newest, cpu, options)
    expect(obtained.map(({ revision, first }) => [revision, first])).toEqual([['decade', undefined]])
  })
})

describe('a model with vectors of its text tower', () => {
  it('is at hand without that tower, which comes when it is asked for', async () => {
    const { find, obtained } = setup({ offered: ['q8'], vectors: 'q8', obtainsFirst: true })
    const found = await find(hub, cpu)
    if (!('paths' in found)) throw new Error('not found')
    expect(found.paths).toContain(textVectorsPath('q8'))
    expect(found.paths).not.toContain(towerPath('text', 'q8'))
    const rest = await found.bringRest?.({ signal, onProgress: () => undefined })
    expect(rest?.kind === 'done' && [...rest.value.keys()]).toContain(towerPath('text', 'q8'))
    expect(obtained).toHaveLength(2)
  })

  it('is at hand whole where its files cannot be kept', async () => {
    const { find } = setup({ offered: ['q8'], vectors: 'q8' })
    expect(await find(hub, cpu)).toMatchObject({
      bringRest: null,
      paths: expect.arrayContaining([towerPath('text', 'q8')]) as string[],
    })
  })
})
