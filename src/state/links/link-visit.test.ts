import { expect, test } from 'vitest'
import { parseAppLink } from '../../core/site/links/app-link'
import { DEFAULT_RULES } from '../../core/question/scoring/judge'
import { setupApp } from '../../testing/fakes/app-under-test'
import { emptyScreen } from '../../testing/fakes/fake-site'
import { gatherPage } from '../site/carry-over'

const QUERY = 'labels=red,blue&template=my {}&temperature=7&margin=3'

/** The page opened by a link, over the tags and settings of a first visit. */
const openBy = (query: string) => {
  const app = setupApp()
  const open = () => app.openLink(parseAppLink([...new URLSearchParams(query)]))
  open()
  const tags = () => app.state().tags.map(({ text }) => text)
  const page = () => {
    const { template, temperature, rules } = app.state().settings
    return { tags: tags(), template, temperature, rules }
  }
  /** What storage holds. */
  const kept = () => {
    const { tags: texts = [], template, temperature, rules } = app.written.at(-1) ?? {}
    return { tags: texts.map(({ text }) => text), template, temperature, rules }
  }
  return { ...app, open, tags, page, kept }
}

const own = {
  tags: ['car', 'document', 'motorcycle', 'truck', 'person', 'other'],
  template: '{}',
  temperature: 1,
  rules: DEFAULT_RULES,
}
const linked = {
  tags: ['red', 'blue'],
  template: 'my {}',
  temperature: 7,
  rules: { ...DEFAULT_RULES, noneMargin: 3 },
}

test('what a link sets is on the page and not in storage, edits of it neither', () => {
  const { actions, page, kept, tags } = openBy(QUERY)
  expect(page()).toEqual(linked)
  actions.addTags('green')
  actions.setTemperature(8)
  actions.setTheme('dark')
  expect(tags()).toEqual(['red', 'blue', 'green'])
  expect(kept()).toEqual(own)
})

test('one undo takes all of it back, by the button and by the keys, and storage holds the person’s own', () => {
  const byButton = openBy(QUERY)
  byButton.actions.addTags('green')
  byButton.actions.leaveLink()
  const byKeys = openBy(QUERY)
  byKeys.actions.undo()
  for (const { page, kept, state, actions } of [byButton, byKeys]) {
    expect([page(), state().linkVisit]).toEqual([own, null])
    actions.setTheme('dark')
    expect(kept()).toEqual(own)
  }
})

test('what undo and redo bring back of a link is of this visit again, and leaves it whole', () => {
  for (const [bringBack, takeAway] of [
    ['redo', 'undo'],
    ['undo', 'redo'],
  ] as const) {
    const { actions, page, kept, state } = openBy(QUERY)
    if (takeAway === 'undo') actions.undo()
    else actions.leaveLink()
    for (let round = 0; round < 2; round += 1) {
      actions[bringBack]()
      expect([page(), state().linkVisit !== null]).toEqual([linked, true])
      actions.setTheme(round === 0 ? 'dark' : 'light')
      expect(kept()).toEqual(own)
      actions[takeAway]()
      expect([page(), state().linkVisit]).toEqual([own, null])
      expect(kept()).toEqual(own)
    }
  }
})

test('what is kept is the person’s own from then on', () => {
  const { actions, state, kept, open } = openBy(QUERY)
  actions.addTags('green')
  actions.keepLinked()
  expect(kept()).toEqual({ ...linked, tags: ['red', 'blue', 'green'] })
  actions.removeTag(state().tags[2]?.id ?? '')
  expect(kept()).toEqual(linked)
  // The same link sets nothing new.
  open()
  expect(state().linkVisit).toBeNull()
})

test('what the link did not set stays the person’s own, and is kept', () => {
  const { actions, kept, state } = openBy('temperature=7')
  actions.addTags('green')
  expect(kept()).toEqual({ ...own, tags: [...own.tags, 'green'] })
  actions.leaveLink()
  expect(state().tags).toHaveLength(7)
  expect(kept().temperature).toBe(1)
})

test('what another tab changes meanwhile is the person’s own, and is there after the visit', () => {
  const other = setupApp()
  other.actions.addTags('boat')
  other.actions.setTemperature(2)
  const theirs = other.written.at(-1)
  if (!theirs) throw new Error('the other tab has written nothing')
  const end = { ...own, tags: [...own.tags, 'boat'], temperature: 2 }
  const leave: readonly ((page: ReturnType<typeof openBy>) => void)[] = [
    ({ actions }) => {
      actions.leaveLink()
    },
    ({ actions }) => {
      actions.undo()
    },
  ]
  for (const back of leave) {
    const tab = openBy(QUERY)
    tab.hear(theirs)
    expect(tab.page()).toEqual(linked)
    back(tab)
    tab.actions.setTheme('dark')
    expect([tab.page(), tab.kept()]).toEqual([end, end])
  }
})

test('a page that is opened again with all that is on it is still a visit, with its edits', () => {
  const before = openBy(QUERY)
  before.actions.addTags('green')
  const { restore, actions, state, written } = setupApp()
  restore(gatherPage(before.state(), emptyScreen, 'kept'))
  expect(state().tags.map(({ text }) => text)).toEqual(['red', 'blue', 'green'])
  actions.setTheme('dark')
  expect(written.at(-1)).toMatchObject({ template: '{}', temperature: 1 })
  expect(written.at(-1)?.tags.map(({ text }) => text)).toEqual(own.tags)
  actions.leaveLink()
  expect(state().tags.map(({ text }) => text)).toEqual(own.tags)
})
