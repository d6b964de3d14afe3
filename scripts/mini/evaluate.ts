import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { catalogue, kindIndex } from './draw/catalogue'
import { colours } from './draw/colours'
import { examine, percent, topOne, type Examined, type Score } from './examine'
import { noneScores } from './none-of-these'
import { heldOutStyle } from './draw/pen'
import type { Rng } from './draw/prng'
import { openMini } from './runtime'
import { pickColour, trainingStyles, type SceneFacts } from './draw/scene'
import { unknownScores } from './unknown-words'
import { countWords } from './vocabulary'

const { values } = parseArgs({
  options: {
    model: { type: 'string', default: 'public/models/mini' },
    card: { type: 'string', default: 'docs/mini.md' },
    // Papers below 100 were looked at while training was being judged, so the card is written from later ones.
    paper: { type: 'string', default: '100' },
  },
})

const mini = await openMini(values.model)
const paper = Number(values.paper)
const names = catalogue.map((entry) => entry.name)
const photo = (tag: string): string => `a photo of a ${tag}`

const single =
  (kind: number, style?: SceneFacts['style']) =>
  (rng: Rng): SceneFacts => ({
    kind,
    colour: pickColour(kind, rng),
    count: 1,
    style: style ?? rng.pick(trainingStyles),
  })

const repeat = <T>(items: readonly T[], times: number): T[] =>
  Array.from({ length: times }, () => items).flat()
const table: string[] = ['| What | Tags | Right | Of | Top-1 | Wanted |', '|---|---|---:|---:|---:|---|']
function report(what: string, tags: string, score: Score, wanted: string): void {
  table.push(
    `| ${what} | ${tags} | ${score.right} | ${score.of} | ${percent(score).toFixed(1)} % | ${wanted} |`,
  )
  console.log(what, score.right, '/', score.of, percent(score).toFixed(1))
}

const everyday = ['car', 'document', 'motorcycle', 'truck', 'person']
const everydayKinds = everyday.map(kindIndex)
const everydayPictures = await examine(
  mini,
  paper + 1,
  repeat(everydayKinds, 120).map((kind) => single(kind)),
)
const everydayTags = await mini.encodeTexts(everyday)
const everydayAnswer = (picture: Examined): number => everydayKinds.indexOf(picture.kind)
report(
  'car, document, motorcycle, truck, person',
  '5',
  topOne(everydayPictures, everydayTags, everydayAnswer),
  '>= 95 %',
)

const allPictures = await examine(
  mini,
  paper + 2,
  repeat([...names.keys()], 15).map((kind) => single(kind)),
)
const allTags = await mini.encodeTexts(names.map(photo))
const kindAnswer = (picture: Examined): number => picture.kind
report('every kind at once', String(names.length), topOne(allPictures, allTags, kindAnswer), '>= 85 %')

const sketches = await examine(
  mini,
  paper + 3,
  repeat([...names.keys()], 10).map((kind) => single(kind, heldOutStyle)),
)
report(
  `every kind, in the held-out style (${heldOutStyle})`,
  String(names.length),
  topOne(sketches, allTags, kindAnswer),
  '>= 75 %',
)

const doorNames = ['car door', 'scratched car door']
const doorTags = await mini.encodeTexts(doorNames)
for (const [i, name] of doorNames.entries()) {
  const kind = kindIndex(name)
  const pictures = await examine(
    mini,
    paper + 4 + i,
    repeat([kind], 250).map((k) => single(k)),
  )
  report(
    `pictures of a ${name}`,
    '2',
    topOne(pictures, doorTags, () => i),
    '>= 95 %',
  )
}

const shapeKinds = [...catalogue.keys()].filter((kind) => catalogue[kind]?.category === 'shape')
const pairs = shapeKinds.flatMap((kind) => colours.map((colour) => ({ kind, colour: colour.name })))
const pairTags = await mini.encodeTexts(
  pairs.map(({ kind, colour }) => photo(`${colour} ${names[kind] ?? ''}`)),
)
const pairPictures = await examine(
  mini,
  paper + 6,
  repeat(pairs, 10).map(({ kind, colour }) => (rng: Rng) => ({
    kind,
    colour,
    count: 1,
    style: rng.pick(trainingStyles),
  })),
)
const pairAnswer = (picture: Examined): number =>
  pairs.findIndex((pair) => pair.kind === picture.kind && pair.colour === picture.colour)
report(
  'colour and shape ("red circle")',
  String(pairs.length),
  topOne(pairPictures, pairTags, pairAnswer),
  '>= 90 %',
)

const counted = await examine(
  mini,
  paper + 7,
  repeat([1, 2, 3, 4, 5], 200).map((count) => (rng: Rng) => {
    const kind = rng.int(names.length)
    return { kind, colour: pickColour(kind, rng), count, style: rng.pick(trainingStyles) }
  }),
)
let countRight = 0
for (const picture of counted) {
  const [one, many] = catalogue[picture.kind]?.kind.words[0] ?? ['', '']
  const tags = await mini.encodeTexts(countWords.map(([number], i) => `${number} ${i === 0 ? one : many}`))
  countRight += topOne([picture], tags, () => picture.count - 1).right
}
report('counts 1 to 5 of any kind ("three cars")', '5', { right: countRight, of: counted.length }, '>= 80 %')

const synonyms = await mini.encodeTexts(
  catalogue.map((entry) => (entry.kind.words[1] ?? entry.kind.words[0])[0]),
)
report(
  'every kind, by its first synonym',
  String(names.length),
  topOne(allPictures, synonyms, kindAnswer),
  'for information',
)

const withOther = await mini.encodeTexts([...everyday, 'other'])
report(
  'the five, with the tag "other" beside them',
  '6',
  topOne(everydayPictures, withOther, everydayAnswer),
  'for information',
)
const strangers = allPictures.filter((picture) => !everydayKinds.includes(picture.kind))
report(
  'pictures of none of the five: "other" wins',
  '6',
  topOne(strangers, withOther, () => 5),
  'for information',
)

const templates = [
  '{}',
  'a photo of a {}',
  'a drawing of a {}',
  'this is a picture of the {}.',
  'itap of my {}',
]
const byTemplate: number[] = []
for (const template of templates) {
  const tags = await mini.encodeTexts(names.map((name) => template.replaceAll('{}', name)))
  byTemplate.push(percent(topOne(allPictures, tags, kindAnswer)))
}
const spread = Math.max(...byTemplate) - Math.min(...byTemplate)
table.push(
  `| spread of top-1 over ${templates.length} templates, every kind | ${names.length} | | | ${spread.toFixed(1)} points | <= 3 points |`,
)

for (const { what, score, wanted } of await unknownScores(mini, allPictures)) report(what, '', score, wanted)

const anyCount =
  (kind: number) =>
  (rng: Rng): SceneFacts => ({ ...single(kind)(rng), count: 1 + rng.int(5) })
for (const [i, what, draw] of [
  [8, 'one thing', (kind: number) => single(kind)],
  [9, 'one to five things', anyCount],
  [10, `one thing, in the held-out style (${heldOutStyle})`, (kind: number) => single(kind, heldOutStyle)],
] as const) {
  const pictures = await examine(
    mini,
    paper + i,
    repeat([...names.keys()], 10).map((kind) => draw(kind)),
  )
  const { everyday: five, random: six } = await noneScores(mini, pictures, everydayKinds)
  const wanted = i === 10 ? 'for information' : '>= 90 %'
  report(`${what}: kind is among the five, accepted`, '5', five.accepted, wanted)
  report(`${what}: kind is not among the five, rejected`, '5', five.rejected, wanted)
  report(`${what}: kind is among six at random, accepted`, '6', six.accepted, wanted)
  report(`${what}: kind is not among six at random, rejected`, '6', six.rejected, wanted)
}
await mini.close()

const revision = /"revision": "(\w+)"/.exec(readFileSync(`${values.model}/config.json`, 'utf8'))?.[1] ?? '?'
const steps = /"steps": (\d+)/.exec(readFileSync(`${values.model}/config.json`, 'utf8'))?.[1] ?? '?'
const figures = `Revision \`${revision}\`, ${steps} steps of training.\n\n${table.join('\n')}\n`
const card = readFileSync(values.card, 'utf8')
const marked = /(<!-- figures -->\n)[\s\S]*?(<!-- \/figures -->)/
writeFileSync(
  values.card,
  card.replace(marked, (_, open: string, close: string) => `${open}\n${figures}\n${close}`),
)
