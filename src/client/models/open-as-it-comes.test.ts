import { describe, expect, it } from 'vitest'
import type { Bytes } from '../../core/brands'
import { createDeferred } from '../../core/async/deferred'
import { cancelled, done, failed, type Outcome } from '../../core/errors/outcome'
import { textVectorsPath, towerPath } from '../../core/model/files/tower-path'
import type { FoundFiles } from './find-model-files'
import { openAsItComes } from './open-as-it-comes'

type Files = ReadonlyMap<string, Blob>
const VISION = towerPath('vision', 'q8')
const TEXT = towerPath('text', 'q8')
const blobs = (...paths: string[]): Files => new Map(paths.map((path) => [path, new Blob([path])]))
const corrupt = failed({ code: 'MODEL_CORRUPT', file: 'x', detail: '' })
const cut = failed({ code: 'NETWORK', url: 'https://a.example', status: 0 })

/** A model of which `first` is here, and a log of what becomes of it. */
const setup = (first: readonly string[], openings: readonly Outcome<null>[] = [done(null)]) => {
  const log: string[] = []
  const rest = createDeferred<Outcome<Files>>()
  const left = [...openings]
  const found: FoundFiles = {
    files: { kind: 'blobs', blobs: blobs(...first) },
    revision: '1',
    runtime: { device: 'wasm', build: 'wasm', threads: 1, dtypes: ['q8'], textDtypes: ['q8'] },
    kept: true,
    isNew: false,
    checkDue: false,
    textLater: { dtype: 'q8', size: 1 as Bytes },
    bringRest: async ({ signal }) => {
      log.push('bring')
      signal.addEventListener('abort', () => {
        rest.resolve(cancelled)
      })
      return rest.promise
    },
  }
  const host = {
    addFiles: (added: Files) => {
      log.push(`add ${[...added.keys()].join()}`)
      return Promise.resolve(done(null))
    },
    close: () => log.push('close'),
  }
  const open = ({ files }: FoundFiles) => {
    log.push(`open ${files.kind === 'blobs' ? [...files.blobs.keys()].join() : ''}`)
    const outcome = left.shift() ?? cancelled
    return Promise.resolve(outcome.kind === 'done' ? done({ host }) : outcome)
  }
  const { signal } = new AbortController()
  return { log, rest, outcome: openAsItComes(found, { signal, onProgress: () => undefined }, open) }
}

describe('a model whose text tower is still to come', () => {
  it('is opened meanwhile, and there when the tower is', async () => {
    const { log, rest, outcome } = setup([VISION])
    expect(log).toEqual([`open ${VISION}`, 'bring'])
    rest.resolve(done(blobs(TEXT)))
    expect(await outcome).toMatchObject({ kind: 'done', value: { bringRest: null } })
    expect(log.at(-1)).toBe(`add ${TEXT}`)
  })

  it('fails with the tower, and is closed', async () => {
    const { log, rest, outcome } = setup([VISION])
    rest.resolve(cut)
    expect(await outcome).toEqual(cut)
    expect(log.at(-1)).toBe('close')
  })

  it('takes no more of the line where it cannot be opened', async () => {
    expect(await setup([VISION], [corrupt]).outcome).toEqual(corrupt)
  })

  it('is there at once where vectors stand in for the tower', async () => {
    const { log, outcome } = setup([textVectorsPath('q8'), VISION])
    const opened = await outcome
    expect(opened.kind === 'done' && opened.value.bringRest).toBeTypeOf('function')
    expect(log).toEqual([`open ${textVectorsPath('q8')},${VISION}`])
  })

  it('opens with the tower where these vectors are not its own', async () => {
    const { log, rest, outcome } = setup([textVectorsPath('q8'), VISION], [corrupt, done(null)])
    rest.resolve(done(blobs(VISION, TEXT)))
    expect(await outcome).toMatchObject({ kind: 'done', value: { bringRest: null } })
    expect(log.slice(1)).toEqual(['bring', `open ${VISION},${TEXT}`])
  })
})
