import { describe, expect, it } from 'vitest'
import type { Command } from './command'
import { rankCommands } from './rank-commands'

const command = (label: string, name?: string): Command => ({
  key: label,
  label,
  chosen: null,
  onSelect: () => undefined,
  ...(name !== undefined && { name }),
})
const groups = [
  { title: 'Pictures', commands: [command('Choose files'), command('Go to IMG_2041.jpg', 'IMG_2041.jpg')] },
  { title: 'Tags', commands: ['Add a tag', 'Show only car'].map((label) => command(label)) },
  {
    title: 'Page',
    commands: ['Turn the airplane switch on', 'Show all keys', 'Cámara', 'إزالة الصور'].map((label) =>
      command(label),
    ),
  },
]
const synonyms: Readonly<Record<string, string>> = { 'Show all keys': 'help shortcuts' }
const find = (query: string) =>
  rankCommands(groups, query, ({ label }) => synonyms[label] ?? '').flatMap(({ commands }) =>
    commands.map(({ label }) => label),
  )

describe('rankCommands', () => {
  it('leaves all as they are while nothing is typed', () => {
    expect(rankCommands(groups, ' ', () => '')).toBe(groups)
  })

  it.each([
    ['the beginning of words, each in any place', 'fi ch', ['Choose files']],
    ['a synonym', 'help', ['Show all keys']],
    ['a whole word before a beginning', 'show al', ['Show all keys']],
    ['a letter without its accent', 'camara', ['Cámara']],
    ['an Arabic word without hamza and article', 'صور ازاله', ['إزالة الصور']],
    ['the middle of a thing’s name', '204', ['Go to IMG_2041.jpg']],
  ])('finds by %s', (_, query, found) => {
    expect(find(query)).toEqual(found)
  })

  it.each([
    ['with its article', 'الكاميرا'],
    ['behind a preposition', 'بالكاميرا'],
    ['behind “and”', 'والكاميرا'],
    ['with “for” run into its article', 'للكاميرا'],
    ['drawn out', 'كـــاميرا'],
    ['with vowel marks', 'كَامِيرَا'],
    ['with another alef', 'ٱلكأميرا'],
  ])('finds an Arabic word %s as it finds the bare one', (_, query) => {
    const ways = [
      { title: 'Pictures', commands: ['الكاميرا', 'كاميرا', 'افتح'].map((label) => command(label)) },
    ]
    const labels = (typed: string) =>
      rankCommands(ways, typed, () => '').flatMap(({ commands }) => commands.map(({ label }) => label))
    expect(labels('كاميرا')).toEqual(['الكاميرا', 'كاميرا'])
    expect(labels(query)).toEqual(labels('كاميرا'))
  })

  it.each(['help me', 'tsw', 'hse', 'qqq', '?'])('finds nothing by %j, whose letters lie about', (query) => {
    expect(find(query)).toEqual([])
  })

  it('has the group of the best command first', () => {
    expect(find('show')).toEqual(['Show only car', 'Show all keys'])
    expect(find('all')).toEqual(['Show all keys'])
  })

  it.each([
    ['camera', 'Camera'],
    ['كاميرا', 'الكاميرا'],
  ])('has what is called %s before what only means it', (query, called) => {
    const ways = [{ title: 'Pictures', commands: [command('Choose files'), command(called)] }]
    const ranked = rankCommands(ways, query, ({ label }) => (label === 'Choose files' ? query : ''))
    expect(ranked.flatMap(({ commands }) => commands.map(({ label }) => label))).toEqual([
      called,
      'Choose files',
    ])
  })
})
