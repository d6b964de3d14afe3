import { catalogue } from './draw/catalogue'
import { nearest, type Examined, type Score } from './examine'
import { createRng, splits } from './draw/prng'
import type { MiniRuntime } from './runtime'

/** Words that no caption of the grammar holds: invented ones, and real ones that a user may well type. */
const unknownWords = [
  'zorp',
  'quibble',
  'flarn',
  'sovereignty',
  'kangaroo',
  'saxophone',
  'astronaut',
  'guacamole',
  'parliament',
  'accordion',
  'volcano',
  'giraffe',
  'microscope',
  'spaghetti',
  'hovercraft',
  'xylophone',
  'penguin',
  'helmet',
  'dinosaur',
  'stethoscope',
] as const

interface UnknownScore {
  readonly what: string
  readonly score: Score
  readonly wanted: string
}

/** How tags of unknown words fare: beside wrong tags, beside the right one, and glued to the right one. */
export async function unknownScores(
  mini: MiniRuntime,
  pictures: readonly Examined[],
): Promise<UnknownScore[]> {
  const names = catalogue.map((entry) => entry.name)
  const known = await mini.encodeTexts(names)
  const unknown = await mini.encodeTexts(unknownWords.map((word) => `a photo of a ${word}`))
  const glued = await mini.encodeTexts(
    names.map((name, i) => `${unknownWords[i % unknownWords.length] ?? ''} ${name}`),
  )
  const rng = createRng(9_000_000, splits.evaluation)
  let beatsWrong = 0
  let beatsRight = 0
  let gluedBeats = 0
  for (const picture of pictures) {
    const right = known[picture.kind]
    if (right === undefined) continue
    const wrong = Array.from(
      { length: 4 },
      () => known[(picture.kind + 1 + rng.int(names.length - 1)) % names.length] ?? right,
    )
    if (nearest(picture, [...wrong, ...unknown]) >= wrong.length) beatsWrong++
    if (nearest(picture, [right, ...unknown]) > 0) beatsRight++
    if (nearest(picture, [right, glued[picture.kind] ?? right]) > 0) gluedBeats++
  }
  const of = pictures.length
  return [
    {
      what: `${unknownWords.length} unknown words against four wrong tags: one of them wins`,
      score: { right: beatsWrong, of },
      wanted: 'never by accident',
    },
    {
      what: 'the same against the right tag: one of them wins',
      score: { right: beatsRight, of },
      wanted: 'never',
    },
    {
      what: 'unknown word + right name against the right name alone: it wins',
      score: { right: gluedBeats, of },
      wanted: 'never',
    },
  ]
}
