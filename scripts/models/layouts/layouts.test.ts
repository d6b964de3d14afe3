import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Outcome } from '../../../src/core/errors/outcome.ts'
import type { RemoteSource } from '../../../src/core/model/model-source.ts'
import { buildColorClassifier } from '../../../src/testing/color-model/build-color-classifier.ts'
import { buildColorModel } from '../../../src/testing/color-model/build-color-model.ts'
import { buildSiglipModel } from '../../../src/testing/color-model/build-siglip-model.ts'
import { startHubServer, type HubServer } from '../../hosts/hub-server.ts'
import { serveFiles } from '../../hosts/hub/serve-folder.ts'
import { serveRepository } from '../../hosts/hub/serve-repository.ts'
import type { LayoutRow } from './layout-row.ts'
import { layoutRows } from './layout-rows.ts'
import { loadFrom, numbersOf, planFrom } from './load-from-host.ts'

const models = {
  colours: buildColorModel(),
  siglip: buildSiglipModel({ tellsScale: true }),
  classifier: buildColorClassifier(),
} as const
type Model = keyof typeof models

/** Words that every tokenizer of the table reads. */
const PROMPTS = ['red', 'blue']

/** Repositories of the rows, by number: names say too much to be part of an address. */
const idOf = ({ id }: LayoutRow, number: number) => id ?? `row/model-${number}`

let hub: HubServer
const numbers = new Map<Model, readonly (readonly number[])[]>()

const valueOf = <T>(outcome: Outcome<T>): T => {
  if (outcome.kind === 'done') return outcome.value
  throw new Error(JSON.stringify(outcome))
}
const atHub = (id: string): RemoteSource => ({ kind: 'hub', host: hub.origin, id, revision: 'main' })

beforeAll(async () => {
  hub = await startHubServer([
    ...Object.entries(models).map(([name, files]) => serveRepository(`base/${name}`, files)),
    ...layoutRows.map((row, number) =>
      row.host === 'plain'
        ? serveFiles(idOf(row, number), row.files)
        : serveRepository(idOf(row, number), row.files),
    ),
  ])
  for (const name of Object.keys(models) as Model[])
    numbers.set(name, valueOf(await numbersOf(valueOf(await loadFrom(atHub(`base/${name}`))), PROMPTS)))
})
afterAll(() => hub.close())

/** Graphs and weights of a model that were fetched, not only asked about, by their paths at the host. */
const weightsFetched = (id: string): readonly string[] => {
  const fetched = hub.requests.filter(
    ({ method, status, path }) =>
      method === 'GET' && status === 200 && path.startsWith(`/${id}/`) && path.includes('.onnx'),
  )
  const paths = fetched.map(({ path }) =>
    path.slice(id.length + 2).replace(/^(resolve\/[0-9a-f]+|signed)\//, ''),
  )
  return [...new Set(paths)].sort()
}

describe('a repository', () => {
  test.each(layoutRows.map((row, number) => [row.name, row, number] as const))(
    '%s',
    async (_, row, number) => {
      const id = idOf(row, number)
      const source: RemoteSource =
        row.host === 'plain' ? { kind: 'url', baseUrl: `${hub.origin}/${id}` } : atHub(id)
      const plan = await planFrom(source)
      const { expected } = row
      if (expected.kind === 'refused') {
        const { code, reason } = expected
        expect(plan).toMatchObject({ kind: 'failed', error: { code } })
        if (typeof reason === 'string') expect(plan).toMatchObject({ error: { problem: { kind: reason } } })
        else expect(JSON.stringify(plan)).toContain(reason.words)
        expect(weightsFetched(id)).toEqual([])
        return
      }
      expect(plan).toMatchObject({ kind: 'done' })
      expect(weightsFetched(id)).toEqual([])
      const model = valueOf(await loadFrom(source))
      const answered = valueOf(await numbersOf(model, PROMPTS))
      const wanted = numbers.get(expected.like) ?? []
      expect(answered).toHaveLength(wanted.length)
      for (const [i, rowOfNumbers] of answered.entries())
        for (const [j, value] of rowOfNumbers.entries()) expect(value).toBeCloseTo(wanted[i]?.[j] ?? NaN, 5)
      if (expected.fetched) expect(weightsFetched(id)).toEqual(expected.fetched)
    },
  )
})
