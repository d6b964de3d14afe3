import { createDesk } from '../client/desk/create-desk'
import type { Milliseconds, UnitVector } from '../core/brands'
import type { Outcome } from '../core/errors/outcome'
import type { EncodedRow, SetChange } from '../protocol/desk-api'

/** The model that has encoded what these visits keep. */
export const KEY = 'model@1 fp32 recipe'

/** A visit: a desk over what lies under `root`, whose worker can be ended as a closed tab would. */
export const visit = (root: string) => {
  let worker: Worker | null = null
  const desk = createDesk(() => {
    // eslint-disable-next-line no-restricted-syntax -- a worker of the tests, which no bundle may contain
    worker = new Worker(new URL('../engine/desk/test-worker.ts', import.meta.url), {
      type: 'module',
      name: root,
    })
    return worker
  })
  return { desk, kill: () => worker?.terminate() }
}

/** Begins the names of what one test keeps. */
export const uniqueRoot = (): string => `taglens-test-${crypto.randomUUID()}`

/** What a call came to; a failure fails the test. */
export const valueOf = <T>(outcome: Outcome<T>): T => {
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome))
  return outcome.value
}

/** A change that changes nothing. */
export const NOTHING: SetChange = { added: [], removed: [], order: null, encoded: [] }

/** Of three numbers, another for another seed. */
export const vectorOf = (seed: number) => new Float32Array([seed, 1 / 3, Math.PI]) as unknown as UnitVector

/** What a model has made of a picture. */
export const encoded = (id: string, sha256: string, seed: number): EncodedRow => ({
  id,
  facts: {
    ...{ sha256, width: 4, height: 3, isShowable: true, photographic: false },
    thumbnail: new Blob([`thumbnail of ${sha256}`]),
  },
  encoded: {
    modelKey: KEY,
    frame: { left: 0.1, top: 0, width: 0.8, height: 1 },
    reducedBy: 1,
    time: 12 as Milliseconds,
    kind: 'embedding',
    embedding: vectorOf(seed),
  },
})
