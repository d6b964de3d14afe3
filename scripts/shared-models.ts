import { existsSync, readFileSync } from 'node:fs'
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

/** MobileNetV2's own: `x / 127.5 - 1` in the middle of a picture whose shorter edge is 256. */
const mobileNetPreprocessor = {
  image_processor_type: 'MobileNetV2ImageProcessor',
  do_resize: true,
  size: { shortest_edge: 256 },
  resample: 2,
  do_center_crop: true,
  crop_size: { height: 224, width: 224 },
  do_rescale: true,
  rescale_factor: 0.00392156862745098,
  do_normalize: true,
  image_mean: [0.5, 0.5, 0.5],
  image_std: [0.5, 0.5, 0.5],
}

/** A classifier of ImageNet's thousand and a background class; `config.json` is made of the list of names. */
const mobileNet = (fixtures: string): ReadonlyMap<string, HubFile> => {
  const folder = path.join(fixtures, 'imagenet')
  const labels = readFileSync(path.join(folder, 'imagenet_labels.txt'), 'utf8').trimEnd().split('\n')
  const config = {
    model_type: 'mobilenet_v2',
    architectures: ['MobileNetV2ForImageClassification'],
    id2label: Object.fromEntries(labels.entries()),
    taglens: { name: 'MobileNetV2' },
  }
  return new Map<string, HubFile>([
    ['config.json', JSON.stringify(config)],
    ['preprocessor_config.json', JSON.stringify(mobileNetPreprocessor)],
    ['onnx/model.onnx', { onDisk: path.join(folder, 'mobilenet_v2.onnx') }],
  ])
}

/**
 * The models of the fixtures as hub repositories, by id: `standin/clip` and `standin/mobileclip` rank
 * photographs; `imagenet/mobilenet` classifies them by fixed labels; `bench/vit-b32` has ViT-B/32's compute and
 * no knowledge.
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
    ['imagenet/mobilenet', mobileNet(fixtures)],
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
