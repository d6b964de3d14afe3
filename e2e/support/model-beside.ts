import { existsSync, mkdtempSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { createDeferred } from '../../src/core/async/deferred.ts'
import { NEUTRAL_TAGS } from '../../src/core/question/scoring/neutral-tags.ts'
import { buildColorModel } from '../../src/testing/color-model/build-color-model.ts'
import { fetchModel } from '../../scripts/models/fetch-model.ts'
import { openFolder } from '../../scripts/models/model-origin.ts'
import { writeModelIndex } from '../../scripts/models/write-model-index.ts'
import { writeTextVectors } from '../../scripts/models/write-text-vectors.ts'

/** A model that lies beside the app, as its owner has laid it out. */
export interface ModelBeside {
  /** Lets the text tower's file through, which is held back until then. */
  releaseText(): void
  remove(): Promise<void>
}

/**
 * Lays the colour model beside the app as `models:fetch` does, with the vectors of these tags.
 * @param id as of the hub, by which it is recommended.
 */
export const layBeside = async (page: Page, id: string, tags: readonly string[]): Promise<ModelBeside> => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'taglens-beside-'))
  const from = path.join(folder, 'from')
  const models = path.join(folder, 'models')
  await mkdir(path.join(from, 'onnx'), { recursive: true })
  for (const [name, content] of buildColorModel()) await writeFile(path.join(from, name), content)
  const silently = () => undefined
  const laidOut = await fetchModel(openFolder(id, from), { to: models, id, dtypes: ['fp32'], log: silently })
  await writeTextVectors(laidOut, silently, [...NEUTRAL_TAGS, ...tags])
  await writeModelIndex(models)

  const released = createDeferred<null>()
  await page.route('**/models/**', async (route) => {
    const file = new URL(route.request().url()).pathname.split('/models/')[1] ?? ''
    // What the app brings itself lies there too.
    if (file.startsWith('mini/') || !existsSync(path.join(models, file))) {
      await route.fallback()
      return
    }
    if (file.endsWith('text_model.onnx')) await released.promise
    await route.fulfill({ path: path.join(models, file) })
  })
  return {
    releaseText: () => {
      released.resolve(null)
    },
    remove: () => rm(folder, { recursive: true }),
  }
}
