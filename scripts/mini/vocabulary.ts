import { catalogue } from './draw/catalogue'
import { colours } from './draw/colours'
import type { Word } from './draw/kind'

/** Number words of the counts 1 to 5, in order. */
export const countWords: readonly (readonly [string, ...string[]])[] = [
  ['one', 'single', '1'],
  ['two', '2'],
  ['three', '3'],
  ['four', '4'],
  ['five', '5'],
]

/** Names of several kinds at once. `kinds` are catalogue names. */
export interface Group {
  readonly words: readonly [Word, ...Word[]]
  readonly kinds: readonly string[]
}

const members = (category: string): string[] =>
  catalogue.flatMap((entry) =>
    entry.category === category && !entry.name.includes('door') ? [entry.name] : [],
  )

export const groups: readonly Group[] = [
  { words: [['vehicle', 'vehicles']], kinds: members('vehicle') },
  {
    words: [
      ['animal', 'animals'],
      ['creature', 'creatures'],
    ],
    kinds: members('animal'),
  },
  {
    words: [
      ['building', 'buildings'],
      ['architecture', 'architecture'],
    ],
    kinds: members('building'),
  },
  {
    words: [
      ['food', 'food'],
      ['meal', 'meals'],
    ],
    kinds: members('food'),
  },
  { words: [['tool', 'tools']], kinds: members('tool') },
  {
    words: [
      ['shape', 'shapes'],
      ['geometric shape', 'geometric shapes'],
    ],
    kinds: members('shape'),
  },
  {
    words: [
      ['symbol', 'symbols'],
      ['sign', 'signs'],
    ],
    kinds: members('symbol'),
  },
  { words: [['fruit', 'fruits']], kinds: ['apple', 'banana', 'cherry', 'watermelon', 'pear', 'strawberry'] },
  {
    words: [
      ['insect', 'insects'],
      ['bug', 'bugs'],
    ],
    kinds: ['butterfly', 'bee', 'spider'],
  },
  { words: [['door', 'doors']], kinds: ['car door', 'scratched car door'] },
  {
    words: [
      ['scratch', 'scratches'],
      ['scratched', 'scratched'],
      ['damage', 'damage'],
      ['damaged', 'damaged'],
    ],
    kinds: ['scratched car door'],
  },
  { words: [['plant', 'plants']], kinds: ['tree', 'palm tree', 'flower', 'leaf', 'cactus'] },
  { words: [['furniture', 'furniture']], kinds: ['chair', 'table', 'lamp', 'bed'] },
  { words: [['clothing', 'clothes']], kinds: ['shoe', 'shirt', 'hat'] },
]

/** Ways to say "none of the tags": they score between a true and a false tag, on every picture. */
export const otherWords = [
  'other',
  'others',
  'else',
  'none',
  'nothing',
  'miscellaneous',
  'misc',
  'unknown',
  'background',
] as const

/** Words that say nothing of what a picture shows. The text tower skips them, so no template can matter. */
export const stopWords: readonly string[] = (
  'a an the of this that these those is are was it its here there in on at to for with and or by as from my your our his her ' +
  'their some any all many few very more i me we you he she they which what be been has have i s t ' +
  'photo photos photograph photographs picture pictures image images pic snapshot shot drawing drawings drawn sketch sketches ' +
  'illustration illustrations icon icons pictogram pictograms clipart clip art artwork painting painted rendering render rendition ' +
  'cartoon graffiti plushie plastic toy origami sculpture sculptures tattoo embroidered doodle depiction diagram figure logo ' +
  'line flat shaded outline outlined silhouette vector coloured colored colour color hand made type kind showing shows show shown ' +
  'contains containing seen view scene close up itap taken closeup cropped blurry bright bad good best low high resolution ' +
  'quality jpeg corrupted pixelated hard see weird nice cool clean dirty large small big little tiny huge simple plain detailed ' +
  'object objects thing things something anything item items stuff video game generated pair pairs centered centred style ' +
  'example looks like featuring tag label class category old new beautiful lovely cute one-off ' +
  '. , : ; ! ? \' " - _ ( ) / & + # * [ ] { } < > = | ~ ` @ $ % ^ \\'
).split(' ')

function split(phrase: string): string[] {
  return phrase.split(/[\s-]+/)
}

/** Every word that carries meaning, sorted. */
export function contentWords(): readonly string[] {
  const found = new Set<string>(otherWords)
  for (const entry of [...catalogue.map((e) => e.kind), ...groups])
    for (const pair of entry.words)
      for (const phrase of pair) for (const part of split(phrase)) found.add(part)
  for (const colour of colours) for (const name of [colour.name, ...colour.also]) found.add(name)
  for (const words of countWords) for (const name of words) found.add(name)
  const silent = new Set(stopWords)
  return [...found].filter((part) => !silent.has(part)).sort()
}
