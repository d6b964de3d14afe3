import type { VisionRecipe } from './color-model-graphs'

/** The files of a hub repository, by path. */
export type HubRepository = ReadonlyMap<string, Uint8Array<ArrayBuffer> | string>

/** What a model's repository holds: parsed descriptions, written graphs. */
interface Described {
  readonly config: object
  readonly preprocessor: object
  readonly tokenizer: object
  readonly tokenizerConfig: object
  readonly vision: Uint8Array<ArrayBuffer>
  readonly text: Uint8Array<ArrayBuffer>
}

/** Lays a pair of towers out as the hub does. */
export const hubRepository = (model: Described): HubRepository =>
  new Map<string, Uint8Array<ArrayBuffer> | string>([
    ['config.json', JSON.stringify(model.config)],
    ['preprocessor_config.json', JSON.stringify(model.preprocessor)],
    ['tokenizer.json', JSON.stringify(model.tokenizer)],
    ['tokenizer_config.json', JSON.stringify(model.tokenizerConfig)],
    ['onnx/vision_model.onnx', model.vision],
    ['onnx/text_model.onnx', model.text],
  ])

/**
 * What CLIP's preprocessor says: the short side to the model's size, then a crop of the middle.
 * @param resample Pillow's number of the filter: 2 bilinear, 3 bicubic.
 */
export const croppingPreprocessor = ({ size }: VisionRecipe, resample: 2 | 3) => ({
  do_resize: true,
  size: { shortest_edge: size },
  resample,
  do_center_crop: true,
  crop_size: { height: size, width: size },
  do_rescale: true,
  rescale_factor: 1 / 255,
})

/** Special tokens as `tokenizer.json` lists them, ids from 0. */
export const specialTokens = (contents: readonly string[]) =>
  contents.map((content, id) => ({
    id,
    content,
    single_word: false,
    lstrip: false,
    rstrip: false,
    normalized: false,
    special: true,
  }))
