import path from 'node:path'
import { examine, type Examined } from '../../mini/examine.ts'
import { kindIndex } from '../../mini/draw/catalogue.ts'
import { colours, type ColourName } from '../../mini/draw/colours.ts'
import { trainingStyles, type SceneFacts } from '../../mini/draw/scene.ts'
import type { Rng } from '../../mini/draw/prng.ts'
import { openMini } from '../../mini/runtime.ts'
import type { LabelledVectors } from './labelled-vectors.ts'

/** Papers of the examination's split that no other figure is taken from. */
const PAPER = 210

const PER_CLASS = 120

interface Subject {
  readonly tag: string
  readonly kind: string
  readonly colour: ColourName | 'any'
}

const scene =
  ({ kind, colour }: Subject) =>
  (rng: Rng): SceneFacts => ({
    kind: kindIndex(kind),
    colour: colour === 'any' ? rng.pick(colours).name : colour,
    count: 1,
    style: rng.pick(trainingStyles),
  })

const subjects: ReadonlyMap<string, readonly Subject[]> = new Map([
  [
    'doors, ok or not ok',
    [
      { tag: 'ok', kind: 'car door', colour: 'any' },
      { tag: 'not ok', kind: 'scratched car door', colour: 'any' },
    ],
  ],
  [
    'three shades, A1 to C3',
    [
      { tag: 'A1', kind: 'car', colour: 'red' },
      { tag: 'B2', kind: 'car', colour: 'blue' },
      { tag: 'C3', kind: 'car', colour: 'yellow' },
    ],
  ],
])

/** Drawings under tags that their words say nothing of, as the built-in model sees them. */
export const drawSets = async (): Promise<readonly LabelledVectors[]> => {
  const mini = await openMini(path.join(import.meta.dirname, '../../../public/models/mini'))
  const join = (rows: readonly Float32Array[]) => Float32Array.from(rows.flatMap((row) => [...row]))
  const sets: LabelledVectors[] = []
  for (const [name, classes] of subjects) {
    const pictures: Examined[] = []
    for (const [c, subject] of classes.entries())
      pictures.push(
        ...(await examine(
          mini,
          PAPER + 10 * sets.length + c,
          Array.from({ length: PER_CLASS }, () => scene(subject)),
        )),
      )
    const words = await mini.encodeTexts(classes.map(({ tag }) => `a photo of a ${tag}`))
    sets.push({
      ...{ name, classes: classes.map(({ tag }) => tag), width: mini.dim, words: join(words) },
      labels: classes.flatMap((_, c) => Array.from({ length: PER_CLASS }, () => c)),
      vectors: join(pictures.map(({ embedding }) => embedding)),
    })
  }
  await mini.close()
  return sets
}
