import { readdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { Outcome } from '../../../src/core/errors/outcome.ts'
import type { RemoteSource } from '../../../src/core/model/model-source.ts'
import { NO_FIXTURES, sharedFixtures, sharedRepositories } from '../../fixtures/shared-models.ts'
import type { HubFile } from '../../hosts/hub/hub-handler.ts'
import { startHubServer, type HubServer } from '../../hosts/hub-server.ts'
import { serveRepository } from '../../hosts/hub/serve-repository.ts'
import { loadFrom, numbersOf, planFrom } from './load-from-host.ts'

/** Repositories of public reports that failed on this app: the stand-in pair with what each has in place of its files. */

const PROMPTS = ['a dog', 'a red car']
const fixtures = sharedFixtures()
const VISION = 'onnx/vision_model.onnx'
const TEXT = 'onnx/text_model.onnx'

type Files = Map<string, HubFile>

const field = (folder: string, name: string): HubFile => ({
  onDisk: path.join(fixtures ?? '', 'field', folder, name),
})

/** The stand-in pair, its descriptions as `folder` has them; a kind of description that it lacks is gone. */
const described = (folder: string): Files => {
  const files: Files = new Map(sharedRepositories(fixtures ?? '').get('standin/clip'))
  files.delete('onnx/model.onnx')
  const given = readdirSync(path.join(fixtures ?? '', 'field', folder))
  if (given.includes('processor_config.json')) files.delete('preprocessor_config.json')
  for (const name of given) if (name.endsWith('.json')) files.set(name, field(folder, name))
  return files
}

/** The stand-in pair with another text tower. */
const withText = (folder: string, name: string, data?: string): Files => {
  const files: Files = new Map(sharedRepositories(fixtures ?? '').get('standin/clip'))
  files.delete('onnx/model.onnx')
  files.set(TEXT, field(folder, name))
  if (data !== undefined) files.set(`onnx/${data}`, field(folder, data))
  return files
}

const jointAlone = (): Files => {
  const files = described('only_joint_graph')
  files.set(
    'onnx/model.onnx',
    sharedRepositories(fixtures ?? '')
      .get('standin/clip')
      ?.get('onnx/model.onnx') ?? '',
  )
  files.delete(VISION)
  files.delete(TEXT)
  return files
}

let hub: HubServer | null = null
afterAll(() => hub?.close())

const serve = async (id: string, files: Files): Promise<RemoteSource> => {
  await hub?.close()
  hub = await startHubServer([serveRepository(id, files)])
  return { kind: 'hub', host: hub.origin, id, revision: 'main' }
}

const valueOf = <T>(outcome: Outcome<T>): T => {
  if (outcome.kind === 'done') return outcome.value
  throw new Error(JSON.stringify(outcome))
}

const answers = async (id: string, files: Files) => {
  const source = await serve(id, files)
  valueOf(await planFrom(source))
  return valueOf(await numbersOf(valueOf(await loadFrom(source)), PROMPTS))
}

const weightsFetched = () =>
  (hub?.requests ?? []).filter(
    ({ method, status, path: asked }) => method === 'GET' && status === 200 && asked.includes('.onnx'),
  )

const base = (): Files => withText('../standin-clip', 'text_model.onnx')

/** What all of them are compared with, asked for once. */
let known: ReturnType<typeof answers> | null = null
const baseAnswers = () => (known ??= answers('field/base', base()))

/** Numbers agree to so many decimals; half precision has about three. */
const DECIMALS = 5
const HALF_DECIMALS = 3

interface Loading {
  readonly what: string
  readonly files: () => Files
  readonly decimals?: number
}

const loading: readonly Loading[] = [
  {
    what: 'with weights beside the graph',
    files: () => withText('external_data', 'text_model.onnx', 'text_model.onnx_data'),
  },
  { what: 'whose ids are of 32 bits', files: () => withText('graph_io', 'text_int32.onnx') },
  { what: 'whose prompts have one length', files: () => withText('graph_io', 'text_static77.onnx') },
  {
    what: 'whose text comes out in half precision',
    files: () => withText('graph_io', 'text_f16out.onnx'),
    decimals: HALF_DECIMALS,
  },
  { what: 'that names its image processor and nothing else', files: () => described('preproc_minimal') },
  { what: 'without a mean', files: () => described('preproc_no_mean') },
  { what: 'with sizes that are null', files: () => described('preproc_null_members') },
  { what: 'described as transformers 5 does', files: () => described('processor_config_only') },
  { what: 'of Chinese CLIP, whose family is known', files: () => described('family_chinese_clip') },
  { what: 'with the keys of Jina CLIP', files: () => described('preproc_jina') },
]

const refused: readonly (readonly [what: string, files: () => Files])[] = [
  ['with a classifier’s description beside towers', () => described('clip_for_image_classification')],
  ['with both towers in one graph alone', jointAlone],
]

describe.skipIf(fixtures === null)(
  `a repository of a public report${fixtures === null ? `: ${NO_FIXTURES}` : ''}`,
  () => {
    test.each(loading)(
      '$what answers as the pair does that it was made from',
      async ({ files, decimals = DECIMALS }) => {
        const wanted = await baseAnswers()
        const answered = await answers('field/other', files())
        expect(answered).toHaveLength(wanted.length)
        for (const [i, row] of answered.entries())
          for (const [j, value] of row.entries()) expect(value).toBeCloseTo(wanted[i]?.[j] ?? NaN, decimals)
      },
    )

    test.each(refused)('%s is refused in the plan, before a byte of its weights', async (_, files) => {
      const plan = await planFrom(await serve('field/refused', files()))
      expect(plan).toMatchObject({ kind: 'failed', error: { code: 'UNSUPPORTED_MODEL' } })
      expect(weightsFetched()).toEqual([])
    })
  },
)
