import { describe, expect, it } from 'vitest'
import { arabic } from './ar/arabic'
import { createWords } from './create-words'
import { about } from './en/about'
import { palette } from './en/commands'
import { english } from './en/english'
import { exporting } from './en/pictures/exporting'
import { incoming } from './en/pictures/incoming'
import { duplicates } from './en/pictures/duplicates'
import { moving } from './en/pictures/moving'
import { classifierLabels } from './en/labels/classifier'
import { live } from './en/live'
import { keyHelp } from './en/keys/help'
import { kept } from './en/pictures/kept'
import { largeView } from './en/pictures/large-view'
import { list } from './en/pictures/list'
import { own } from './en/own'
import { map } from './en/pictures/map'
import { modelPanel } from './en/model/panel'
import { privacyDialog } from './en/privacy/dialog'
import { comparison } from './en/comparison'
import { review } from './en/review'
import { scores } from './en/scores'
import { suggestions } from './en/pictures/suggestions'
import { tagSets } from './en/tag-sets'
import { spanish } from './es/spanish'

interface Tree {
  readonly [key: string]: string | Tree
}

const FORM = /_(zero|one|two|few|many|other)$/

/** Every text by its path. */
const textsOf = (tree: Tree, path = ''): readonly (readonly [path: string, text: string])[] =>
  Object.entries(tree).flatMap(([key, node]) =>
    typeof node === 'string' ? [[`${path}${key}`, node] as const] : textsOf(node, `${path}${key}.`),
  )

const stem = (key: string): string => key.replace(FORM, '')

/** What a text has places for, but the number of a plural, which a form may spell out or leave away. */
const placesIn = (text: string): readonly string[] =>
  [...text.matchAll(/\{\{([^},]+)/g)].flatMap(([, name = '']) => (name === 'count' ? [] : [name])).sort()

/** Those of late parts too. */
const allEnglish = {
  ...english,
  ...incoming,
  ...duplicates,
  ...map,
  ...suggestions,
  ...live,
  ...kept,
  ...exporting,
  ...moving,
  ...largeView,
  ...list,
  ...own,
  ...comparison,
  ...review,
  ...scores,
  labels: { ...english.labels, ...classifierLabels.labels },
  ...tagSets,
  ...about,
  keys: { ...english.keys, ...keyHelp.keys },
  commands: { ...english.commands, ...palette.commands },
  model: { ...english.model, ...modelPanel.model },
  measure: modelPanel.measure,
  privacy: { ...english.privacy, ...privacyDialog.privacy },
}

const source = new Map(textsOf(allEnglish).map(([key, text]) => [stem(key), text]))

describe.each([
  ['en', allEnglish],
  ['es', spanish],
  ['ar', arabic],
])('%s', (language, texts) => {
  const all = textsOf(texts)

  it('has every plural in all the forms that the language has', () => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories
    const keys = new Set(all.map(([key]) => key))
    const plurals = new Set(all.flatMap(([key]) => (FORM.test(key) ? [stem(key)] : [])))
    const missing = [...plurals].flatMap((key) =>
      forms.map((form) => `${key}_${form}`).filter((form) => !keys.has(form)),
    )
    expect(plurals.size).toBeGreaterThan(10)
    expect(missing).toEqual([])
  })

  it('has the places of English in every text, and no other', () => {
    // A form for no things at all may say so without naming anything.
    const wrong = all.filter(
      ([key, text]) =>
        !key.endsWith('_zero') && placesIn(text).join() !== placesIn(source.get(stem(key)) ?? '').join(),
    )
    expect(wrong).toEqual([])
  })

  it('leaves no text empty, and none with space around it', () => {
    const wrong = all.filter(([key, text]) => text.trim() !== text && key !== 'units.comma')
    expect([...wrong, ...all.filter(([, text]) => text === '')]).toEqual([])
  })

  it('closes every isolate that it opens', () => {
    const count = (text: string, marks: RegExp) => text.match(marks)?.length ?? 0
    expect(all.filter(([, text]) => count(text, /[\u2066-\u2068]/g) !== count(text, /\u2069/g))).toEqual([])
  })
})

const speaking = async (language: 'es' | 'ar') => {
  const words = createWords()
  await words.speak(language)
  return words.now()
}

it('numbers decide on the form of a plural, and are written as the language does', async () => {
  const { t } = await speaking('ar')
  expect([1, 2, 5, 11].map((count) => t('notices.removed', { count }))).toEqual([
    'أُزيلت صورة واحدة',
    'أُزيلت صورتان',
    'أُزيلت 5 صور',
    'أُزيلت 11 صورة',
  ])
  const spanishWords = await speaking('es')
  expect(spanishWords.t('notices.removed', { count: 12_345 })).toBe('Se quitaron 12.345 imágenes')
})

it('figures are written as the language does', async () => {
  const { format } = await speaking('es')
  expect([format.bytes(1_450_000), format.percent(0.0123), format.cosine(-0.0123)]).toEqual([
    '1,4 MB',
    '1,2',
    '−,012',
  ])
  expect(format.ago(0, 30 * 3_600_000)).toBe('ayer')
})

it('Arabic writes figures with the digits of columns, each with its sign on the left', async () => {
  const { format } = await speaking('ar')
  expect(format.count(12_345)).toBe('12,345')
  expect(format.cosine(-0.0123)).toBe('\u2066−.012\u2069')
  expect(format.percent(0.0001)).toBe('\u2066< 0.1\u2069')
})

it('a name stands by itself in a text from right to left, and a bare number does not need to', async () => {
  const { t } = await speaking('ar')
  expect(t('tags.edit', { tag: 'car (red)' })).toBe('تعديل \u2068car (red)\u2069')
  expect(t('pictures.place', { place: '3', total: '12' })).toBe('3 من 12')
})

it('what is put into a text is never read as one', () => {
  const { t } = createWords().now()
  const tag = '$t(tags.title) {{count}} {{tag}} <b>&amp;</b> $& __proto__'
  expect(t('tags.edit', { tag })).toBe(`Edit ${tag}`)
  expect(t('tags.wereThere', { tags: tag, count: 2 })).toBe(`${tag} were there already.`)
})

it('the newest wish for a language wins, and listeners are told once', async () => {
  const words = createWords()
  const told: string[] = []
  words.subscribe(() => told.push(words.now().language))
  await Promise.all([words.speak('es'), words.speak('ar'), words.speak('es')])
  expect(told).toEqual(['es'])
  await words.speak('en')
  expect(words.now().t('tags.title')).toBe('Tags')
  expect(words.now().direction).toBe('ltr')
})

it('texts of a late part are there for what has them, in the language of the moment', async () => {
  const words = createWords()
  const late = { model: { onlyHere: 'Only {{what}}', stored: 'Late' } } as const
  expect(words.with(late).t('model.onlyHere', { what: 'here' })).toBe('Only here')
  // What the page began with stays as it is.
  expect(words.with(late).t('model.chip')).toBe('Model')
  await words.speak('es')
  expect(words.with(modelPanel).t('model.stored')).toBe(spanish.model.stored)
})
