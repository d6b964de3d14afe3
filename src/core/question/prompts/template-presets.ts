import { PHOTO_TEMPLATE, type PresetName } from './preset-names'

/** The seven that OpenAI's search found to do nearly as well as all eighty together. */
const SEVEN = [
  ...['itap of a {}.', 'a bad photo of the {}.', 'a origami {}.', 'a photo of the large {}.'],
  ...['a {} in a video game.', 'art of the {}.', 'a photo of the small {}.'],
]

/** With either article: `a photo of a {}.`, `a photo of the {}.` */
const both = (...templates: readonly string[]): readonly string[] =>
  templates.flatMap((template) => [template.replace('%', 'a'), template.replace('%', 'the')])

/**
 * The eighty of OpenAI's notebook "Prompt Engineering for ImageNet" (github.com/openai/CLIP, notebooks/
 * Prompt_Engineering_for_ImageNet.ipynb), written by article: 38 of them come in two forms, four in one.
 */
const EIGHTY = [
  ...both('a bad photo of % {}.', 'a photo of % hard to see {}.', 'a low resolution photo of % {}.'),
  ...both('a rendering of % {}.', 'graffiti of % {}.', 'a cropped photo of % {}.', 'a tattoo of % {}.'),
  ...both('% embroidered {}.', 'a bright photo of % {}.', 'a photo of % clean {}.', 'a photo of % dirty {}.'),
  ...both('a dark photo of % {}.', 'a drawing of % {}.', '% plastic {}.', 'a photo of % cool {}.'),
  ...both('a close-up photo of % {}.', 'a black and white photo of % {}.', 'a painting of % {}.'),
  ...both('a pixelated photo of % {}.', 'a sculpture of % {}.', 'a jpeg corrupted photo of % {}.'),
  ...both('a blurry photo of % {}.', 'a photo of % {}.', 'a good photo of % {}.', '% {} in a video game.'),
  ...both('a doodle of % {}.', '% origami {}.', 'a sketch of % {}.', '% toy {}.', 'a rendition of % {}.'),
  ...both('a photo of % large {}.', 'a photo of % nice {}.', 'a photo of % weird {}.', '% cartoon {}.'),
  ...both('art of % {}.', '% plushie {}.', 'a photo of % small {}.', 'itap of % {}.'),
  ...['a photo of many {}.', 'a photo of my {}.', 'a photo of one {}.', 'itap of my {}.'],
]

/** Templates by preset. Those without a source are ours, two to four plain sentences of the subject. */
export const templatePresets: Readonly<Record<PresetName, readonly string[]>> = {
  none: ['{}'],
  photo: [PHOTO_TEMPLATE],
  seven: SEVEN,
  eighty: EIGHTY,
  drawings: ['a drawing of a {}', 'a simple drawing of a {}', 'a pictogram of a {}', 'an icon of a {}'],
  documents: ['a scan of a {}', 'a photo of a {}, a document', 'a page of a {}'],
  'close-ups': ['a close-up photo of a {}', 'a macro photo of a {}', 'a photo of the details of a {}'],
  satellite: ['a satellite photo of {}', 'a centered satellite photo of {}', 'an aerial view of {}'],
  textures: ['a photo of a {} texture', 'a photo of a {} pattern', 'a photo of a {} surface'],
  products: [
    'a product photo of a {}',
    'a photo of a {} on a white background',
    'a catalogue picture of a {}',
  ],
}
