import { describe, expect, it } from 'vitest'
import type { Preferences } from '../../platform/storage/preferences'
import { setupApp } from '../../testing/fakes/app-under-test'

/** Two tabs over one storage: what one writes reaches the other when the test says so. */
const setupTabs = () => {
  const toTwo: Preferences[] = []
  const toOne: Preferences[] = []
  const one = setupApp(null, (written) => toTwo.push(written))
  const two = setupApp(null, (written) => toOne.push(written))
  const texts = (tab: typeof one) => tab.state().tags.map(({ text }) => text)
  return {
    one,
    two,
    texts,
    /** Every event reaches the other tab, and what it writes then, until there is nothing to tell. */
    deliver: () => {
      for (let events = 0; toOne.length + toTwo.length > 0; events += 1) {
        if (events > 100) throw new Error('the tabs do not come to an end')
        const [a, b] = [toTwo.shift(), toOne.shift()]
        if (a) two.hear(a)
        if (b) one.hear(b)
      }
    },
    idOf: (tab: typeof one, text: string) => tab.state().tags.find((tag) => tag.text === text)?.id ?? '',
  }
}
const FIRST = ['car', 'document', 'motorcycle', 'truck', 'person', 'other']

describe('two tabs', () => {
  it('that each add a tag at the same time both have both, in one order', () => {
    const { one, two, texts, deliver } = setupTabs()
    one.actions.addTags('boat')
    two.actions.addTags('bus')
    deliver()
    expect(texts(one)).toEqual(texts(two))
    expect(texts(one).toSorted()).toEqual([...FIRST, 'boat', 'bus'].toSorted())
  })

  it('follow each other in what is removed, edited, moved and set', () => {
    const { one, two, texts, deliver, idOf } = setupTabs()
    one.actions.removeTag(idOf(one, 'document'))
    one.actions.editTag(idOf(one, 'truck'), 'lorry')
    one.actions.moveTag(idOf(one, 'other'), 0)
    one.actions.setTheme('dark')
    one.actions.setTemperature(2)
    deliver()
    expect(texts(two)).toEqual(['other', 'car', 'motorcycle', 'lorry', 'person'])
    expect(two.state().settings).toEqual(one.state().settings)
  })

  it('undo in one takes back only what was done there', () => {
    const { one, two, texts, deliver } = setupTabs()
    one.actions.addTags('boat')
    deliver()
    two.actions.addTags('bus')
    deliver()
    expect(two.state().history.past).toHaveLength(1)
    one.actions.undo()
    deliver()
    expect(texts(one)).toEqual([...FIRST, 'bus'])
    expect(texts(two)).toEqual([...FIRST, 'bus'])
    one.actions.redo()
    two.actions.undo()
    deliver()
    expect(texts(two)).toEqual([...FIRST, 'boat'])
  })

  it('leave a tag that is being edited in the one, though it is removed or changed in the other', () => {
    const { one, two, texts, deliver, idOf } = setupTabs()
    const id = idOf(one, 'car')
    one.actions.previewTag(id, 'red car')
    two.actions.removeTag(id)
    deliver()
    expect(texts(one)).toEqual(FIRST)
    one.actions.editTag(id, 'red car')
    deliver()
    expect(texts(two)).toEqual(['red car', ...FIRST.slice(1)])
  })

  it('leave pictures that are tags in their tab, beside the same tags', () => {
    const { one, two, texts, deliver, idOf } = setupTabs()
    one.actions.addPictureFileTags([new File([], 'mine.png')])
    one.actions.moveTag(idOf(one, 'mine.png'), 1)
    two.actions.removeTag(idOf(two, 'person'))
    deliver()
    expect(texts(one)).toEqual(['car', 'mine.png', 'document', 'motorcycle', 'truck', 'other'])
    expect(texts(two)).not.toContain('mine.png')
  })

  it('follow in the model that was chosen, and load none because of it', async () => {
    const { one, two, deliver } = setupTabs()
    await one.load()
    deliver()
    expect(two.state().settings.chosenModel).toEqual(one.state().settings.chosenModel)
    expect(two.engine.loads).toHaveLength(0)
    expect(two.state().model).toEqual({ kind: 'none' })
  })

  it('write nothing that both have already', () => {
    const { one, two, deliver } = setupTabs()
    one.actions.addTags('boat')
    deliver()
    expect([one.written.length, two.written.length]).toEqual([1, 0])
  })
})
