import { defaultFilter } from 'cmdk'
import { describe, expect, it } from 'vitest'
import type { Command } from './command'
import { rankCommands } from './rank-commands'

const command = (label: string): Command => ({ key: label, label, chosen: null, onSelect: () => undefined })
const groups = [
  { title: 'Pictures', commands: ['Choose files', 'Save all results: JSON, a line for each'].map(command) },
  { title: 'Tags', commands: ['Add a tag', 'Show only car'].map(command) },
]
const find = (query: string) =>
  rankCommands(groups, query, defaultFilter).map(({ title, commands }) => [
    title,
    commands.map(({ label }) => label),
  ])

describe('rankCommands', () => {
  it('leaves all as they are while nothing is typed', () => {
    expect(rankCommands(groups, ' ', defaultFilter)).toBe(groups)
  })

  it('has the group of the best command first, and no chance finds', () => {
    expect(find('sh')).toEqual([['Tags', ['Show only car']]])
  })

  it('finds by the first letters of words', () => {
    expect(find('ch fi')).toEqual([['Pictures', ['Choose files']]])
  })

  it('is empty where nothing fits', () => {
    expect(find('qqq')).toEqual([])
  })
})
