import { describe, expect, it } from 'vitest'
import { addTags, editTag, moveTag, removeTag, tagTexts, type TagList } from './tag-list'
import { recordStep, redo, startHistory, undo } from './undo-history'

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

describe('undo', () => {
  it('takes steps back and forward, and a new step forgets what was undone', () => {
    const history = ['b', 'c'].reduce(recordStep<string>, startHistory('a'))
    const back = undo(undo(history))
    expect(back.present).toBe('a')
    expect(redo(back).present).toBe('b')
    expect(redo(recordStep(back, 'd')).present).toBe('d')
    expect(undo(startHistory('a')).present).toBe('a')
  })
})
