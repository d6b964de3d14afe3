import { describe, expect, it } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { createFakeTagSets } from '../../testing/fakes/fake-tag-sets'
import { createWords } from '../../words/create-words'
import type { AppState, Notice } from '../app-state'
import { createInitialState } from '../initial-state'
import { createTagSetActions } from './tag-set-actions'

const words = createWords().now()

/** The actions over what two tabs share. @param room how many sets the browser has room for. */
const setup = (room = Infinity) => {
  const kept = createFakeTagSets(room)
  const shown: string[] = []
  const notices = {
    show: ({ text }: Omit<Notice, 'id'>) => {
      shown.push(text(words))
      return ''
    },
    dismiss: () => undefined,
    reword: () => undefined,
    showProblem: () => undefined,
    settled: () => undefined,
  }
  const openTab = () => {
    const store = createStore<AppState>(() => createInitialState(null))
    const names = () => store.getState().tagSets.map(({ name }) => name)
    return { ...createTagSetActions({ store }, kept, notices), names }
  }
  return { openTab, shown }
}

describe('sets of one’s own', () => {
  it('that another tab has kept are not lost by a change in this one', () => {
    const { openTab } = setup()
    const [one, other] = [openTab(), openTab()]
    other.keepTagSet('Theirs', false)
    one.keepTagSet('Ours', false)
    other.renameTagSet('Theirs', 'Still theirs')
    one.refreshTagSets()
    expect(one.names()).toEqual(['Ours', 'Still theirs'])
  })

  it('are there until the page ends where the browser has no room, and it says so', () => {
    const { openTab, shown } = setup(1)
    const tab = openTab()
    tab.keepTagSet('a', false)
    expect(shown).toEqual([])
    tab.keepTagSet('b', false)
    expect(shown[0]).toContain('end with this page')
    tab.refreshTagSets()
    expect(tab.names()).toEqual(['a', 'b'])
    tab.removeTagSet('b')
    expect(shown).toHaveLength(1)
    expect(tab.names()).toEqual(['a'])
  })
})
