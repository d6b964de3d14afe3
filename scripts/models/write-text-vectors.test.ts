import { mkdtempSync, readFileSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { parseModelManifest } from '../../src/core/model/files/model-manifest.ts'
import { cosine } from '../../src/core/question/scoring/cosine.ts'
import { parseFetchedVectors } from '../../src/engine/tasks/zero-shot/text-vectors.ts'
import { buildColorModel } from '../../src/testing/color-model/build-color-model.ts'
import { fetchModel } from './fetch-model.ts'
import { openFolder } from './model-origin.ts'
import { commonPrompts, writeTextVectors } from './write-text-vectors.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'taglens-vectors-'))
})
afterEach(() => rm(folder, { recursive: true }))

/** Lays a model of these files out, as `models:fetch` does. */
const layOut = async (files: ReadonlyMap<string, string | Uint8Array>) => {
  const from = path.join(folder, 'from')
  await mkdir(path.join(from, 'onnx'), { recursive: true })
  for (const [name, content] of files) await writeFile(path.join(from, name), content)
  return fetchModel(openFolder('colours', from), {
    to: path.join(folder, 'to'),
    id: 'colours',
    dtypes: ['fp32'],
    log: () => undefined,
  })
}
const manifestOf = (laidOut: string) =>
  parseModelManifest(JSON.parse(readFileSync(path.join(laidOut, 'taglens-model.json'), 'utf8')))

const VECTORS = 'onnx/text_vectors.json'

test('what the text tower makes of prompts lies beside it, and in the manifest', async () => {
  const laidOut = await layOut(buildColorModel())
  await writeTextVectors(laidOut, () => undefined, ['red', 'a photo of a red', 'blue'])
  expect(manifestOf(laidOut)?.files.map((file) => file.path)).toContain(VECTORS)
  const json: unknown = JSON.parse(readFileSync(path.join(laidOut, VECTORS), 'utf8'))
  const read = parseFetchedVectors(json, VECTORS, '')
  if (read.kind !== 'done') throw new Error(JSON.stringify(read))
  const [red, photo, blue] = [...read.value.values()]
  if (!red || !photo || !blue) throw new Error('a vector is missing')
  expect(cosine(red, photo)).toBeGreaterThan(0.98)
  expect(cosine(red, blue)).toBeLessThan(0.9)
})

test('the app’s built-in tag sets are asked about, alone and as photographs', () => {
  expect(commonPrompts()).toEqual(
    expect.arrayContaining(['car', 'a photo of a car', 'scratched car door', 'something else', 'other']),
  )
})

test('a text tower that does not run costs its vectors, and nothing else', async () => {
  const laidOut = await layOut(new Map([...buildColorModel(), ['onnx/text_model.onnx', 'no graph']]))
  const lines: string[] = []
  await writeTextVectors(laidOut, (line) => lines.push(line))
  expect(lines).toEqual([expect.stringContaining(`${VECTORS} is not written`)])
  expect(manifestOf(laidOut)?.files.map((file) => file.path)).not.toContain(VECTORS)
})
