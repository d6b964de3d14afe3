import { createHash } from 'node:crypto'
import { openAsBlob, readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import * as ort from 'onnxruntime-web/wasm'
import type { Bytes } from '../../src/core/brands.ts'
import type { Outcome } from '../../src/core/errors/outcome.ts'
import { done } from '../../src/core/errors/outcome.ts'
import {
  formatModelManifest,
  MANIFEST_FILE,
  parseModelManifest,
} from '../../src/core/model/files/model-manifest.ts'
import { DTYPES, textVectorsPath, towerPath } from '../../src/core/model/files/tower-path.ts'
import type { StoredFile } from '../../src/core/model/stored/stored-model.ts'
import { sourceKey } from '../../src/core/model/model-source.ts'
import { PHOTO_TEMPLATE } from '../../src/core/question/prompts/preset-names.ts'
import { readTag } from '../../src/core/question/prompts/tag-prompts.ts'
import { ask } from '../../src/core/question/question.ts'
import { DEFAULT_RULES } from '../../src/core/question/scoring/judge.ts'
import { BARE_TEMPLATE } from '../../src/core/question/scoring/prompt.ts'
import type { Dtype } from '../../src/core/runtime/runtime.ts'
import { BUILT_IN_SETS } from '../../src/core/tags/tag-sets.ts'
import { createModelReader } from '../../src/engine/hub/model-reader.ts'
import { parseModelConfig } from '../../src/engine/tasks/zero-shot/model-config.ts'
import { openTextTower } from '../../src/engine/tasks/zero-shot/open-text-tower.ts'
import { VECTOR_ENCODING, type FetchedVectors } from '../../src/engine/tasks/zero-shot/text-vectors.ts'

/** What the app asks of a picture while a person has the tags of a built-in set, and the template of a first visit or a photograph's. */
export const commonPrompts = (): readonly string[] => {
  const asked = BUILT_IN_SETS.flatMap(({ tags }) =>
    [BARE_TEMPLATE, PHOTO_TEMPLATE].flatMap((template) => {
      const readings = tags.map((text) => ({ kind: 'words', text, meaning: readTag(text) }) as const)
      const question = ask(
        readings.map((reading) => ({ readings: [reading], threshold: null })),
        [template],
        DEFAULT_RULES,
      )
      return question.prompts.flat()
    }),
  )
  return [...new Set(asked)]
}

/** The value, or an exception that says what the engine says. */
const expectDone = <T>(outcome: Outcome<T>): T => {
  if (outcome.kind === 'done') return outcome.value
  throw new Error(outcome.kind === 'failed' ? JSON.stringify(outcome.error) : 'It was stopped.')
}

/** Has the engine's own code embed `prompts` by a text tower of `folder`. */
const embed = async (
  folder: string,
  dtype: Dtype,
  name: string,
  prompts: readonly string[],
): Promise<readonly Float32Array[]> => {
  const { signal } = new AbortController()
  const paths = ['config.json', 'tokenizer.json', 'tokenizer_config.json', towerPath('text', dtype)]
  const blobs = new Map<string, Blob>()
  for (const file of paths) blobs.set(file, await openAsBlob(path.join(folder, file)))
  const reader = createModelReader({ kind: 'blobs', blobs })
  const config = expectDone(
    parseModelConfig(expectDone(await reader.json('config.json', signal)), 'config.json', name),
  )
  ort.env.wasm.numThreads = 1
  const session = await ort.InferenceSession.create(
    new Uint8Array(readFileSync(path.join(folder, towerPath('text', dtype)))),
  )
  try {
    const runtime = {
      ort,
      openSession: () => Promise.resolve(done(session)),
      closeSession: () => Promise.resolve(),
    }
    const graph = {
      dtype,
      path: towerPath('text', dtype),
      bytes: new Uint8Array(),
      data: [],
      size: 0 as Bytes,
    }
    const wanted = { dtypes: [dtype], graph, own: null }
    const { tower } = expectDone(await openTextTower(reader, { config }, runtime, wanted))
    return expectDone(await tower.embed(prompts, signal)).map(({ embedding }) => embedding)
  } finally {
    await session.release()
  }
}

/**
 * Writes, beside each text tower of a model that `fetchModel` has laid out, what it makes of {@link commonPrompts}, and
 * names these files in the manifest: a first ranking then needs the vision tower alone. A tower that does not run here
 * has none, and the app loads it first, as it does from a hub.
 */
export const writeTextVectors = async (
  folder: string,
  log: (line: string) => void,
  prompts = commonPrompts(),
): Promise<void> => {
  const file = path.join(folder, MANIFEST_FILE)
  const manifest = parseModelManifest(JSON.parse(readFileSync(file, 'utf8')))
  if (!manifest) throw new Error(`${file} is no manifest.`)
  const dtypes = DTYPES.filter((dtype) =>
    manifest.files.some((listed) => listed.path === towerPath('text', dtype)),
  )
  const written: StoredFile[] = []
  for (const dtype of dtypes) {
    const target = textVectorsPath(dtype)
    try {
      const vectors = await embed(folder, dtype, sourceKey(manifest.source), prompts)
      const content: FetchedVectors = {
        taglens: 1,
        revision: manifest.revision,
        encoding: VECTOR_ENCODING,
        dimension: vectors[0]?.length ?? 0,
        prompts,
        vectors: Buffer.concat(
          vectors.map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength)),
        ).toString('base64'),
      }
      const text = JSON.stringify(content)
      await writeFile(path.join(folder, target), text)
      const sha256 = createHash('sha256').update(text).digest('hex')
      written.push({ path: target, size: Buffer.byteLength(text) as Bytes, sha256 })
      log(`${target}: ${prompts.length} prompts`)
    } catch (error) {
      log(`${target} is not written: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  await writeFile(file, formatModelManifest({ ...manifest, files: [...manifest.files, ...written] }))
}
