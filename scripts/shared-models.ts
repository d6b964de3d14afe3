import { existsSync } from 'node:fs'
import path from 'node:path'
import type { HubFile } from './hub/hub-handler.ts'

/**
 * Folder of photographs, reference numbers and stand-in models that are too big for the repository, or `null`
 * where there is none. `TAGLENS_SHARED` names another than the usual place.
 */
export const sharedFixtures = (): string | null => {
  const root = path.join(import.meta.dirname, '..')
  const folder = path.join(path.resolve(root, process.env.TAGLENS_SHARED ?? '../shared'), 'fixtures')
  return existsSync(folder) ? folder : null
}

/** Why a test or a bench that needs {@link sharedFixtures} did not run. */
export const NO_FIXTURES = 'needs the fixtures of ../shared, which are not on this machine'

const tokenizerFiles = ['config.json', 'tokenizer.json', 'tokenizer_config.json', 'special_tokens_map.json']

const mobileClipPreprocessor = {
  do_resize: true,
  size: { shortest_edge: 256 },
  resample: 2,
  do_center_crop: true,
  crop_size: { height: 256, width: 256 },
  do_rescale: true,
  rescale_factor: 0.00392156862745098,
  do_normalize: false,
}

/**
 * The models of the fixtures as hub repositories, by id: `standin/clip` and `standin/mobileclip` rank
 * photographs; `bench/vit-b32` has ViT-B/32's compute and no knowledge.
 */
export const sharedRepositories = (fixtures: string): ReadonlyMap<string, ReadonlyMap<string, HubFile>> => {
  const onDisk = (folder: string, name: string): HubFile => ({ onDisk: path.join(fixtures, folder, name) })
  const repository = (folder: string, preprocessor: HubFile, graphs: readonly string[]) =>
    new Map<string, HubFile>([
      ...tokenizerFiles.map((name) => [name, onDisk('clip-tokenizer', name)] as const),
      ['preprocessor_config.json', preprocessor],
      ...graphs.map((name) => [`onnx/${name}`, onDisk(folder, name)] as const),
    ])
  const clipPreprocessor = onDisk('clip-tokenizer', 'preprocessor_config.json')
  const towers = ['vision_model.onnx', 'text_model.onnx']
  return new Map([
    ['standin/clip', repository('standin-clip', clipPreprocessor, [...towers, 'model.onnx'])],
    ['standin/mobileclip', repository('standin-mobileclip', JSON.stringify(mobileClipPreprocessor), towers)],
    [
      'bench/vit-b32',
      repository(
        'bench',
        clipPreprocessor,
        ['vision_model', 'text_model', 'model'].flatMap((name) => [`${name}.onnx`, `${name}_quantized.onnx`]),
      ),
    ],
  ])
}
