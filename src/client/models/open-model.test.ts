import { describe, expect, it } from 'vitest'
import { choiceOf } from '../../core/model/model-choice'
import type { ModelSource } from '../../core/model/model-source'
import { cancelled, done, failed, type Outcome } from '../../core/errors/outcome'
import type { Runtime } from '../../core/runtime/runtime'
import type { ObtainedModel } from '../../protocol/store-api'
import { ageChecks, expectWhole, openFolder, overwrite, setup, VISION } from '../../testing/store/store-setup'
import { createModelFileFinder, type FoundFiles } from './find-model-files'
import type { CallOptions, ModelFileStore } from './model-store'
import { findAndOpen } from './open-model'

const runtime: Runtime = {
  device: 'wasm',
  build: 'wasm',
  threads: 1,
  dtypes: ['fp32'],
  textDtypes: ['fp32'],
}

const findBy = (store: ModelFileStore, source: ModelSource) => (options: CallOptions) =>
  createModelFileFinder(store, () => Promise.resolve({ memoryGigabytes: null, savesData: false })).find(
    choiceOf(source, { dtype: 'fp32' }),
    runtime,
    options,
  )

/** A model that is stored, of which a neighbour on the origin has changed a file without changing its length. */
const setupSpoiled = async () => {
  const { hub, root, visit, source, visionRanges } = await setup()
  const { store, obtain } = visit()
  await obtain(source)
  const listed = await store.list()
  const vision = listed.kind === 'done' ? listed.value[0]?.files.find(({ path }) => path === VISION) : null
  await overwrite(await openFolder(root, 'blobs'), vision!.sha256, 1000, 'spoiled')
  const stages: string[] = []
  const open = (): Promise<Outcome<ObtainedModel>> =>
    findAndOpen(
      store,
      source,
      { signal: new AbortController().signal, onProgress: ({ stage }) => stages.push(stage) },
      {
        find: findBy(store, source),
        open: ({ files, revision, kept }) =>
          Promise.resolve(
            done({
              revision,
              kept,
              checkDue: false,
              blobs: files.kind === 'blobs' ? files.blobs : new Map(),
            }),
          ),
      },
    )
  return { hub, root, store, source, stages, open, visionRanges }
}

describe('a stored model that was changed on this device', () => {
  it('is found out before it runs where its last check is long ago, and fetched again', async () => {
    const { root, stages, open, visionRanges } = await setupSpoiled()
    await ageChecks(root)
    await expectWhole(await open())
    expect(stages).toContain('checking')
    expect(await visionRanges()).toEqual(['', ''])
  })

  it('is refused by name where its host cannot be asked, and not opened at a second try either', async () => {
    const { hub, root, open } = await setupSpoiled()
    await ageChecks(root)
    await hub.setFaults([{ path: '', mishap: { kind: 'status', status: 503 } }])
    expect(await open()).toMatchObject({
      kind: 'failed',
      error: { code: 'MODEL_CORRUPT', file: VISION, detail: expect.stringContaining('changed') as string },
    })
    expect(await open()).toMatchObject({ kind: 'failed' })
  })

  it('is not due again once it has been compared', async () => {
    const { root, store, source } = await setupSpoiled()
    await ageChecks(root)
    expect(await store.open(source)).toMatchObject({ value: { checkDue: true } })
    expect(
      await store.recheck(source, {
        signal: new AbortController().signal,
        onProgress: () => undefined,
      }),
    ).toEqual({
      kind: 'done',
      value: [VISION],
    })
    expect(await store.list()).toMatchObject({ value: [{ checked: { version: '1' } }] })
  })
})

describe('a model that has just come', () => {
  const openAs = async (outcome: Outcome<never>, isHere: boolean) => {
    const { visit, source } = await setup()
    const { store, obtain } = visit()
    if (isHere) await obtain(source)
    await findAndOpen(
      store,
      source,
      { signal: new AbortController().signal, onProgress: () => undefined },
      { find: findBy(store, source), open: () => Promise.resolve(outcome) },
    )
    const listed = await store.list()
    return listed.kind === 'done' ? listed.value.length : null
  }
  const cannotRun = failed({ code: 'UNSUPPORTED_MODEL', detail: 'its graph takes sound' })

  it('and turns out not to run here is not kept', async () => {
    expect(await openAs(cannotRun, false)).toBe(0)
    expect(await openAs(failed({ code: 'MODEL_CORRUPT', file: VISION, detail: 'no graph' }), false)).toBe(0)
  })

  it('is kept after any other failure, and what was here before after this one', async () => {
    expect(await openAs(failed({ code: 'OUT_OF_MEMORY', doing: 'loading the model' }), false)).toBe(1)
    expect(await openAs(cannotRun, true)).toBe(1)
  })
})

describe('a newer commit', () => {
  const found: FoundFiles = {
    files: { kind: 'blobs', blobs: new Map() },
    ...{
      revision: '2',
      runtime,
      kept: true,
      isNew: false,
      checkDue: false,
      canGoBack: true,
      bringRest: null,
    },
  }
  const cannot = failed({ code: 'UNSUPPORTED_MODEL', detail: 'its graph takes sound' })
  for (const [what, outcome, kept] of [
    ['takes the older one’s place once it has run', done(null), ['newest']],
    ['gives its place back where it cannot run', cannot, ['previous']],
    ['waits for another try where it was stopped', cancelled, []],
  ] as const)
    it(what, async () => {
      const settled: string[] = []
      const note = (_: ModelSource, which: string) => {
        settled.push(which)
        return Promise.resolve(done(null))
      }
      const opened = await findAndOpen(
        {
          settle: note,
          remove: (key) => note({ kind: 'disk', id: key }, 'removed'),
          recheck: () => Promise.resolve(done([])),
        },
        { kind: 'disk', id: 'mine' },
        { signal: new AbortController().signal, onProgress: () => undefined },
        {
          find: () => Promise.resolve(done(found)),
          open: () => Promise.resolve<Outcome<null>>(outcome),
        },
      )
      expect(opened).toEqual(outcome)
      expect(settled).toEqual(kept)
    })
})
