import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'vite'
import { buildColorModel } from '../../src/testing/color-model/build-color-model.ts'
import { buildIdentity } from '../build/build-identity.ts'
import { engineAlias, enginePlugins } from '../build/engine-build.ts'
import type { HubFile } from '../hosts/hub/hub-handler.ts'
import { NO_FIXTURES, sharedFixtures, sharedRepositories } from '../fixtures/shared-models.ts'

const root = path.join(import.meta.dirname, '../..')

const writeModel = (folder: string, files: ReadonlyMap<string, HubFile>): void => {
  for (const [name, content] of files) {
    const target = path.join(folder, name)
    mkdirSync(path.dirname(target), { recursive: true })
    if (typeof content === 'object' && 'onDisk' in content) cpSync(content.onDisk, target)
    else writeFileSync(target, content)
  }
}

/** Writes the half-precision twins of a folder's graphs; `false` where this machine cannot. */
const writeHalves = (folder: string): boolean => {
  const script = path.join(import.meta.dirname, 'page/half-precision.py')
  const half = (name: string, suffix: string, ...options: readonly string[]) =>
    execFileSync(
      'python3',
      [
        '-B',
        script,
        path.join(folder, `${name}.onnx`),
        path.join(folder, `${name}${suffix}.onnx`),
        ...options,
      ],
      { stdio: ['ignore', 'inherit', 'inherit'] },
    )
  try {
    half('vision_model', '_fp16')
    half('vision_model', '_fp16_io', '--io')
    return true
  } catch {
    return false
  }
}

/** @returns the graphs for the levers, by their paths in the folder. */
const writeFixtures = (folder: string): readonly string[] => {
  const fixtures = sharedFixtures()
  const model = fixtures && sharedRepositories(fixtures).get('bench/vit-b32')
  if (!model) {
    console.log(`Without ViT-B/32: it ${NO_FIXTURES}.`)
    return []
  }
  const target = path.join(folder, 'models/vit-b32')
  writeModel(target, model)
  const halves = writeHalves(path.join(target, 'onnx'))
  if (!halves) console.log('Without half precision: it needs python3 with the package onnx.')
  const graphs = halves ? ['vision_model', 'vision_model_fp16', 'vision_model_fp16_io'] : ['vision_model']
  return graphs.map((name) => `models/vit-b32/onnx/${name}.onnx`)
}

/**
 * Builds the page that measures a machine, with its models beside it: static files alone.
 * @param fixtures also writes ViT-B/32's compute, where the fixtures are there.
 */
export const buildMeasureSite = async (out: string, fixtures: boolean): Promise<void> => {
  await build({
    configFile: false,
    logLevel: 'error',
    root: path.join(import.meta.dirname, 'page'),
    base: './',
    define: { TAGLENS_BUILD: JSON.stringify(buildIdentity(root)) },
    resolve: { alias: engineAlias },
    plugins: enginePlugins(),
    worker: { format: 'es', plugins: () => enginePlugins() },
    build: { target: 'es2023', outDir: out, emptyOutDir: true, assetsInlineLimit: 0 },
  })
  cpSync(path.join(root, 'public/models/mini'), path.join(out, 'models/mini'), { recursive: true })
  writeModel(path.join(out, 'models/colours'), buildColorModel())
  const graphs = fixtures ? writeFixtures(out) : []
  const models = ['mini', 'colours', ...(graphs.length > 0 ? ['vit-b32'] : [])]
  const listing = { models: models.map((name) => `models/${name}`), graphs }
  writeFileSync(path.join(out, 'listing.json'), JSON.stringify(listing))
}
