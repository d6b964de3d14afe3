import { describe, expect, it } from 'vitest'
import { addTags, editTag, moveTag, removeTag, tagTexts, withoutTwins, type TagList } from './tag-list'

const setup = (text = 'car, truck, person') => {
  let count = 0
  const newId = () => `t${(count += 1)}`
  return { newId, tags: addTags([], text, newId).tags }
}
const idOf = (tags: TagList, text: string) => tags.find((tag) => tag.text === text)?.id ?? ''

describe('a tag list', () => {
  it('gives every tag a hue of its own, reusing the hue of a removed tag', () => {
    const { tags, newId } = setup()
    const without = removeTag(tags, idOf(tags, 'truck'))
    expect(addTags(without, 'bus', newId).tags.map(({ text, hue }) => [text, hue])).toEqual([
      ['car', 0],
      ['person', 2],
      ['bus', 1],
    ])
  })

  it('keeps place, identity and hue of an edited tag', () => {
    const { tags } = setup()
    const edit = editTag(tags, idOf(tags, 'truck'), '  big   lorry ')
    expect(edit.kind === 'changed' && edit.tags[1]).toEqual({ ...tags[1], text: 'big lorry' })
  })

  it('refuses an edit that would make two tags the same, but lets a tag change its case', () => {
    const { tags } = setup()
    expect(editTag(tags, idOf(tags, 'truck'), 'CAR')).toEqual({ kind: 'duplicate', text: 'CAR' })
    expect(editTag(tags, idOf(tags, 'car'), 'Car').kind).toBe('changed')
  })

  it('loses a tag that is edited to nothing', () => {
    const { tags } = setup()
    const edit = editTag(tags, idOf(tags, 'car'), ' ')
    expect(edit.kind === 'changed' && tagTexts(edit.tags)).toEqual(['truck', 'person'])
  })

  it('moves a tag and no other', () => {
    const { tags } = setup()
    expect(tagTexts(moveTag(tags, idOf(tags, 'person'), 0))).toEqual(['person', 'car', 'truck'])
    expect(tagTexts(moveTag(tags, idOf(tags, 'car'), 99))).toEqual(['truck', 'person', 'car'])
  })
})

describe('tags that two tabs have changed', () => {
  const read = (before: TagList, after: TagList) => tagTexts(withoutTwins(before, after))
  const tag = (id: string, text: string) => ({ id, text, hue: 0, threshold: null, picture: null })

  it('never read the same: a new one stays away, an edited one keeps its text', () => {
    const before = [tag('1', 'car'), tag('2', 'van')]
    expect(read(before, [...before, tag('3', 'Car'), tag('4', 'bus')])).toEqual(['car', 'van', 'bus'])
    expect(read(before, [tag('1', 'van'), tag('2', 'van')])).toEqual(['car', 'van'])
    expect(read(before, [tag('1', 'van'), tag('2', 'lorry')])).toEqual(['van', 'lorry'])
  })
})
