import { mkdtempSync, readFileSync } from 'node:fs'
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Milliseconds } from '../../src/core/brands.ts'
import { DOWNLOAD_LIMITS } from '../../src/core/model/download/retry.ts'
import { parseModelIndex } from '../../src/core/model/offer/surroundings.ts'
import { parseModelManifest } from '../../src/core/model/files/model-manifest.ts'
import { generatedBytes } from '../../src/testing/store/generated-bytes.ts'
import { startHubServer, type HubServer } from '../hosts/hub-server.ts'
import { serveRepository } from '../hosts/hub/serve-repository.ts'
import { fetchModel } from './fetch-model.ts'
import { openFolder, openHub } from './model-origin.ts'
import { writeModelIndex } from './write-model-index.ts'

const files = new Map<string, string | Uint8Array>([
  ...['config.json', 'preprocessor_config.json', 'tokenizer.json', 'tokenizer_config.json'].map(
    (name) => [name, JSON.stringify({ name })] as const,
  ),
  ['onnx/vision_model.onnx', generatedBytes(1, 200_000)],
  ['onnx/vision_model_fp16.onnx', generatedBytes(3, 100_000)],
  ['onnx/text_model.onnx', generatedBytes(2, 100_000)],
  ['README.md', '# A model'],
])

let hub: HubServer
let folder: string
beforeEach(async () => {
  hub = await startHubServer([serveRepository('owner/model', files)])
  folder = mkdtempSync(path.join(os.tmpdir(), 'taglens-models-'))
})
afterEach(async () => {
  await hub.close()
  await rm(folder, { recursive: true })
})

const limits = { ...DOWNLOAD_LIMITS, firstDelay: 5 as Milliseconds, longestDelay: 10 as Milliseconds }
const fetchFromHub = async () => {
  const source = { kind: 'hub', host: hub.origin, id: 'owner/model', revision: 'main' } as const
  return fetchModel(await openHub(source, limits), {
    to: folder,
    id: 'owner/model',
    dtypes: ['fp32'],
    log: () => undefined,
  })
}
const fileNames = async (where: string) =>
  (await readdir(where, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(where, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort()
const needed = [...files.keys()].filter((name) => !/README|fp16/.test(name))

test('a model of the hub is laid out with a manifest, and nothing that was not asked for', async () => {
  const laidOut = await fetchFromHub()
  expect(await fileNames(laidOut)).toEqual([...needed, 'taglens-model.json'].sort())
  const manifest = parseModelManifest(
    JSON.parse(readFileSync(path.join(laidOut, 'taglens-model.json'), 'utf8')),
  )
  expect(manifest).toMatchObject({
    source: { kind: 'hub', id: 'owner/model' },
    revision: expect.stringMatching(/^[0-9a-f]{40}$/) as string,
  })
  expect(manifest?.files.map((file) => file.path).sort()).toEqual([...needed].sort())
  expect(readFileSync(path.join(laidOut, 'onnx/vision_model.onnx'))).toEqual(
    Buffer.from(generatedBytes(1, 200_000)),
  )
})

test('what is there already is not fetched again', async () => {
  await fetchFromHub()
  const before = hub.requests.filter(({ path: asked }) => asked.includes('/resolve/')).length
  await fetchFromHub()
  expect(hub.requests.filter(({ path: asked }) => asked.includes('/resolve/'))).toHaveLength(before)
})

test('a connection that is cut, and a host that is busy, are tried again', async () => {
  hub.setFaults([
    { path: 'vision_model.onnx', mishap: { kind: 'cut', after: 1000 }, times: 1 },
    { path: 'text_model.onnx', mishap: { kind: 'status', status: 503 }, times: 2 },
  ])
  expect(await fileNames(await fetchFromHub())).toContain('onnx/text_model.onnx')
})

test('a file that is always spoiled is refused by its name and not left behind', async () => {
  hub.setFaults([{ path: 'vision_model.onnx', mishap: { kind: 'flip', at: 9 } }])
  await expect(fetchFromHub()).rejects.toThrow(/vision_model\.onnx.*hash/)
  const left = await fileNames(folder)
  expect(left.filter((name) => /vision|taglens-model|\.part/.test(name))).toEqual([])
})

test('a folder is laid out too, and one that lacks a file says which', async () => {
  const from = path.join(folder, 'from')
  await mkdir(path.join(from, 'onnx'), { recursive: true })
  for (const [name, content] of files) await writeFile(path.join(from, name), content)
  const options = { to: path.join(folder, 'to'), id: 'mine', dtypes: ['fp32'], log: () => undefined } as const
  expect(await fileNames(await fetchModel(openFolder('mine', from), options))).toEqual(
    [...needed, 'taglens-model.json'].sort(),
  )
  await rm(path.join(from, 'tokenizer.json'))
  expect(() => openFolder('mine', from)).toThrow('tokenizer.json')
})

test('the index names what is laid out, with its hashes and its licence, and forgets what was deleted', async () => {
  await fetchFromHub()
  await writeModelIndex(folder, new Map([['owner/model', 'MIT']]))
  const readIndex = () => parseModelIndex(JSON.parse(readFileSync(path.join(folder, 'index.json'), 'utf8')))
  const [model] = readIndex()
  expect(model).toMatchObject({ id: 'owner/model', licence: 'MIT' })
  expect(model?.files.map((file) => file.path).sort()).toEqual([...needed].sort())
  // What was said of a licence stays when another model is fetched.
  await writeModelIndex(folder)
  expect(readIndex()).toEqual([model])
  await rm(path.join(folder, 'owner'), { recursive: true })
  await writeModelIndex(folder)
  expect(readIndex()).toEqual([])
})
