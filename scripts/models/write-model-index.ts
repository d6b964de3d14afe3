import { existsSync, readFileSync } from 'node:fs'
import { readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { modelCatalogue } from '../../src/core/model/catalogue/model-catalogue.ts'
import { MANIFEST_FILE, parseModelManifest } from '../../src/core/model/files/model-manifest.ts'
import { parseModelIndex, type ModelBeside } from '../../src/core/model/offer/surroundings.ts'

/** Folders of models below `folder`, as ids: `owner/name`, or a name alone. */
const findModels = async (folder: string): Promise<readonly string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && entry.name === MANIFEST_FILE)
    .map((entry) => path.relative(folder, entry.parentPath).replaceAll('\\', '/'))
    .sort()
}

const readJson = (file: string): unknown => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null)

/**
 * Writes `index.json` of a folder of models: what lies there with a manifest, its files with their hashes, and the
 * licence that the catalogue knows, or that the index has named before. Written whole each time, so that a model whose
 * folder was deleted goes too.
 * @param licences by id, where the caller knows better.
 */
export const writeModelIndex = async (
  folder: string,
  licences: ReadonlyMap<string, string> = new Map(),
): Promise<readonly ModelBeside[]> => {
  const file = path.join(folder, 'index.json')
  const before = parseModelIndex(readJson(file))
  const licenceOf = (id: string): string =>
    licences.get(id) ??
    modelCatalogue.find((model) => model.id === id)?.licence.value ??
    before.find((model) => model.id === id)?.licence ??
    ''
  const models: ModelBeside[] = []
  for (const id of await findModels(folder)) {
    const manifest = parseModelManifest(readJson(path.join(folder, id, MANIFEST_FILE)))
    if (manifest) models.push({ id, licence: licenceOf(id), files: manifest.files })
  }
  await writeFile(file, `${JSON.stringify({ taglens: 1, models }, null, 2)}\n`)
  return models
}
