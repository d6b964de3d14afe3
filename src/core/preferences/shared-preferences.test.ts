import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { idOfText, isSameShared, mergeShared, NO_TIMES, noteChanges, type Shared } from './shared-preferences'

interface Settings {
  readonly theme: string
  readonly template: string
}
type Tab = Shared<Settings>

const tag = (text: string, id = idOfText(text)) => ({ id, text, hue: text.charCodeAt(0), threshold: null })
const start: Tab = {
  tags: ['a', 'b'].map((text) => tag(text)),
  settings: { theme: 'light', template: '{}' },
  times: NO_TIMES,
}
const texts = ({ tags }: Tab) => tags.map(({ text }) => text).join('')

/** A tab after the person there has done something. */
const add = (tab: Tab, text: string, id: string) =>
  noteChanges(tab, [...tab.tags, tag(text, id)], tab.settings)
const remove = (tab: Tab, text: string) =>
  noteChanges(
    tab,
    tab.tags.filter((one) => one.text !== text),
    tab.settings,
  )
const edit = (tab: Tab, text: string, next: string) =>
  noteChanges(
    tab,
    tab.tags.map((one) => (one.text === text ? { ...one, text: next } : one)),
    tab.settings,
  )
const set = (tab: Tab, settings: Partial<Settings>) =>
  noteChanges(tab, tab.tags, { ...tab.settings, ...settings })

describe('two tabs', () => {
  it('that add a tag at the same time both have both', () => {
    const [one, two] = [add(start, 'c', '1'), add(start, 'd', '2')]
    expect(texts(mergeShared(one, two))).toMatch(/^ab(cd|dc)$/)
    expect(mergeShared(one, two)).toEqual(mergeShared(two, one))
  })

  it('lose what one of them has removed, and nothing that came meanwhile', () => {
    expect(texts(mergeShared(remove(start, 'a'), add(start, 'c', '1')))).toBe('bc')
    expect(texts(mergeShared(add(remove(start, 'a'), 'a', '1'), start))).toBe('ba')
  })

  it('keep a tag that one removed while the other edited it', () => {
    expect(texts(mergeShared(remove(start, 'a'), edit(start, 'a', 'x')))).toBe('xb')
  })

  it('take the later of two edits', () => {
    const seen = mergeShared(start, edit(start, 'a', 'x'))
    const later = edit(seen, 'x', 'y')
    expect(texts(mergeShared(edit(start, 'a', 'x'), later))).toBe('yb')
  })

  it('that add the same tag have it once, and it stays once', () => {
    const merged = mergeShared(add(start, 'c', '1'), add(start, 'C', '2'))
    expect(merged.tags).toHaveLength(3)
    expect(mergeShared(merged, add(start, 'C', '2')).tags).toHaveLength(3)
  })

  it('give no two tags one hue', () => {
    const hued = (id: string) =>
      noteChanges(start, [...start.tags, { ...tag(id, id), hue: 7 }], start.settings)
    const hues = mergeShared(hued('c'), hued('d')).tags.map(({ hue }) => hue)
    expect(new Set(hues).size).toBe(4)
    const settled = mergeShared(hued('c'), hued('d'))
    expect(isSameShared(mergeShared(settled, hued('d')), settled)).toBe(true)
  })

  it('each have the settings that the other changed', () => {
    const merged = mergeShared(set(start, { theme: 'dark' }), set(start, { template: 'a {}' }))
    expect(merged.settings).toEqual({ theme: 'dark', template: 'a {}' })
  })

  it('order the tags as the one did that did so last', () => {
    const turned = noteChanges(start, start.tags.toReversed(), start.settings)
    expect(texts(mergeShared(turned, add(start, 'c', '1')))).toBe('bca')
  })

  it('that hear each other often enough come to the same, in whatever order they hear', () => {
    const action = fc.record({
      tab: fc.nat({ max: 1 }),
      kind: fc.constantFrom('add', 'remove', 'edit', 'turn', 'theme', 'hear'),
      text: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    })
    fc.assert(
      fc.property(fc.array(action, { maxLength: 40 }), (actions) => {
        const tabs: [Tab, Tab] = [start, start]
        let ids = 0
        for (const { tab, kind, text } of actions) {
          const mine = tabs[tab] ?? start
          const has = mine.tags.some((one) => one.text === text)
          const next = {
            add: () => (has ? mine : add(mine, text, `${tab}-${(ids += 1)}`)),
            remove: () => remove(mine, text),
            edit: () => (has ? edit(mine, text, `${text}${tab}`) : mine),
            turn: () => noteChanges(mine, mine.tags.toReversed(), mine.settings),
            theme: () => set(mine, { theme: text }),
            hear: () => mergeShared(mine, tabs[1 - tab] ?? start),
          }
          tabs[tab] = next[kind]()
        }
        const [one, two] = [mergeShared(tabs[0], tabs[1]), mergeShared(tabs[1], tabs[0])]
        expect(one).toEqual(two)
        expect(isSameShared(mergeShared(one, tabs[0]), one)).toBe(true)
        for (const { tags } of tabs)
          for (const { id, text } of tags) {
            const gone = tabs.some(({ times }) => times.removed.has(id))
            const renamed = tabs.some((tab) =>
              tab.tags.some((other) => other.id === id && other.text !== text),
            )
            if (!gone && !renamed) expect(texts(one)).toContain(text)
          }
      }),
    )
  })
})
