import { mappedClasses } from '../../core/tasks/fixed-labels/imagenet/class-layout'
import { colorClassifierGraph, type ClassifierRecipe } from './color-classifier-graph'
import { colours, type Colour, type Rgb } from './colours'
import { writeOnnx } from '../../core/model/onnx/onnx-writer'

/** The files of a hub repository, by path. */
type ModelFiles = ReadonlyMap<string, Uint8Array<ArrayBuffer> | string>

const SIDE = 32

const idToLabel = (labels: readonly string[]) => Object.fromEntries(labels.entries())

const toFiles = (
  config: object,
  preprocessor: object,
  recipe: ClassifierRecipe,
  classes: readonly (Rgb | null)[],
): ModelFiles =>
  new Map<string, Uint8Array<ArrayBuffer> | string>([
    ['config.json', JSON.stringify(config)],
    ['preprocessor_config.json', JSON.stringify(preprocessor)],
    ['onnx/model.onnx', writeOnnx(colorClassifierGraph(recipe, classes))],
  ])

/**
 * A classifier made by hand whose labels are colours, for tests that need known answers. Its recipe is
 * MobileViT's, blue first: with the channels the other way round red and blue change places.
 */
export const buildColorClassifier = (): ModelFiles => {
  const words = Object.keys(colours) as Colour[]
  return toFiles(
    {
      model_type: 'mobilevit',
      architectures: ['MobileViTForImageClassification'],
      id2label: idToLabel(words),
      taglens: { name: 'Colour classifier', scope: 'plain colours only' },
    },
    {
      feature_extractor_type: 'MobileViTFeatureExtractor',
      do_resize: true,
      size: SIDE,
      resample: 2,
      do_center_crop: true,
      crop_size: SIDE,
      do_flip_channel_order: true,
    },
    { side: SIDE, mean: 0, std: 1, channels: 'bgr' },
    words.map((word) => colours[word]),
  )
}

/** What a plain colour stands for to {@link buildImagenetColors}: ImageNet's class by its index from 0. */
export const imagenetIndexByColour = {
  red: 817,
  orange: 609,
  blue: 867,
  green: 670,
  white: 922,
  black: 834,
  yellow: 954,
} as const satisfies Partial<Record<Colour, number>>

/**
 * A classifier made by hand with ImageNet's labels behind a background class, as TensorFlow's models have them:
 * plain colours are taken for some of the classes. Names of classes that no one decided on are made up.
 */
export const buildImagenetColors = (): ModelFiles => {
  const nameByIndex = new Map(mappedClasses.map(([index, name]) => [index, name]))
  const labels = Array.from({ length: 1000 }, (_, index) => nameByIndex.get(index) ?? `thing ${index}`)
  const classes = new Array<Rgb | null>(1001).fill(null)
  for (const [colour, index] of Object.entries(imagenetIndexByColour))
    classes[index + 1] = colours[colour as keyof typeof imagenetIndexByColour]
  return toFiles(
    {
      model_type: 'vit',
      architectures: ['ViTForImageClassification'],
      id2label: idToLabel(['background', ...labels]),
      taglens: { name: 'ImageNet colours', scope: 'plain colours only' },
    },
    {
      image_processor_type: 'ViTImageProcessor',
      do_resize: true,
      size: { height: SIDE, width: SIDE },
      resample: 2,
      do_rescale: true,
      rescale_factor: 1 / 255,
      do_normalize: true,
      image_mean: [0.5, 0.5, 0.5],
      image_std: [0.5, 0.5, 0.5],
    },
    { side: SIDE, mean: 0.5, std: 0.5, channels: 'rgb' },
    classes,
  )
}
