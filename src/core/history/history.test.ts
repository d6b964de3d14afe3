import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyHistory, extendStep, recordStep, redo, undo, undoStep, type History } from './history'
import { applyPatch, diffLists, type ListPatch } from './list-patch'

interface Item {
  readonly id: string
  readonly text: string
}
type List = readonly Item[]
type Steps = History<string, ListPatch<Item>>

const list = (ids: string): List => Array.from(ids, (id) => ({ id, text: id }))
const ids = (items: List) => items.map(({ id }) => id).join('')

const apply = (before: List, patch: ListPatch<Item>) => {
  const state = applyPatch(before, patch)
  const inverse = diffLists(state, before)
  return inverse && { state, inverse }
}

/** A page with one list and a history, with what a person does as verbs. */
const setup = (start: List) => {
  let state = start
  let history: Steps = emptyHistory()
  const travel = ({
    state: next,
    history: steps,
    step,
  }: ReturnType<typeof undo<List, string, ListPatch<Item>>>) => {
    state = next
    history = steps
    return step?.label ?? null
  }
  return {
    get: () => state,
    history: () => history,
    /** What another tab does: no step of ours. */
    elsewhere: (next: List) => {
      state = next
    },
    act: (next: List, label = '') => {
      const inverse = diffLists(next, state)
      state = next
      if (inverse) history = recordStep(history, { label, change: inverse })
      return history.past.at(-1)
    },
    extend: (next: List) => {
      state = next
      history = extendStep(history, state, apply)
    },
    undo: () => travel(undo(history, state, apply)),
    redo: () => travel(redo(history, state, apply)),
    undoStep: (step: Steps['past'][number]) => travel(undoStep(history, step, state, apply)),
  }
}

/** Any list made of some of ten items, in any order and of either of two texts. */
const anyList = fc
  .uniqueArray(
    fc.record({ id: fc.constantFrom(...Array.from('abcdefghij')), text: fc.constantFrom('x', 'y') }),
    {
      selector: ({ id }) => id,
    },
  )
  .map((items): List => items)

describe('a patch', () => {
  it('turns one list into the other, in its order', () => {
    fc.assert(
      fc.property(anyList, anyList, (from, to) => {
        const patch = diffLists(from, to)
        expect(patch ? applyPatch(from, patch) : from).toEqual(to)
        if (!patch) expect(from).toEqual(to)
      }),
    )
  })

  it('is as small as the change', () => {
    const many = Array.from({ length: 10_000 }, (_, i) => ({ id: `p${i}`, text: '' }))
    expect(diffLists(many, [...many.slice(0, 5000), ...many.slice(5001)])).toEqual({
      taken: ['p5000'],
      put: [],
      changed: [],
    })
    const moved = diffLists(list('abcdef'), list('bcdeaf'))
    expect(moved?.taken).toEqual(['a'])
  })

  it('puts items back beside those that they stood beside, in a list that has changed', () => {
    const patch = diffLists(list('abe'), list('abcde'))
    expect(patch && ids(applyPatch(list('xbaye'), patch))).toBe('xbcdaye')
    expect(patch && ids(applyPatch(list('xy'), patch))).toBe('xycd')
  })

  it('brings nothing that is there already, and moves what is there as it is now', () => {
    const patch = diffLists(list('ab'), list('abc'))
    expect(patch && ids(applyPatch(list('cab'), patch))).toBe('cab')
    const moved = diffLists(list('abc'), list('bca'))
    const now = [{ id: 'a', text: 'new' }, ...list('bc')]
    expect(moved && applyPatch(now, moved)).toEqual([...list('bc'), { id: 'a', text: 'new' }])
    expect(moved && ids(applyPatch(list('bc'), moved))).toBe('bc')
  })
})

describe('a history', () => {
  it('of 200 actions, undone one by one, ends where it began; redone, where it ended', () => {
    fc.assert(
      fc.property(anyList, fc.array(anyList, { minLength: 200, maxLength: 200 }), (start, states) => {
        const page = setup(start)
        for (const state of states) page.act(state)
        const end = page.get()
        const steps = page.history().past.length
        for (let i = 0; i < steps; i += 1) page.undo()
        expect(page.get()).toEqual(start)
        expect(page.undo()).toBeNull()
        for (let i = 0; i < steps; i += 1) page.redo()
        expect(page.get()).toEqual(end)
      }),
      { numRuns: 6 },
    )
  })

  it('forgets what was undone when something else is done', () => {
    const page = setup(list('a'))
    page.act(list('ab'), 'add b')
    expect(page.undo()).toBe('add b')
    page.act(list('ac'), 'add c')
    expect(page.redo()).toBeNull()
    expect(ids(page.get())).toBe('ac')
  })

  it('takes back what was done here and leaves what another tab did', () => {
    const page = setup(list('ab'))
    page.act(list('abc'), 'add c')
    page.elsewhere(list('dabc'))
    expect(page.undo()).toBe('add c')
    expect(ids(page.get())).toBe('dab')
    page.redo()
    expect(ids(page.get())).toBe('dabc')
  })

  it('passes over a step that has nothing left to take back', () => {
    const page = setup(list('ab'))
    page.act(list('a'), 'remove b')
    page.act(list('ac'), 'add c')
    page.elsewhere(list('a'))
    expect(page.undo()).toBe('remove b')
    expect(ids(page.get())).toBe('ab')
  })

  it('takes back one step of the past alone', () => {
    const page = setup(list('abc'))
    const removal = page.act(list('ac'), 'remove b')
    page.act(list('acd'), 'add d')
    if (removal) expect(page.undoStep(removal)).toBe('remove b')
    expect(ids(page.get())).toBe('abcd')
    if (removal) expect(page.undoStep(removal)).toBeNull()
    page.undo()
    expect(ids(page.get())).toBe('abc')
  })

  it('takes a step that went on back as one', () => {
    const page = setup([{ id: 'a', text: '0' }])
    page.act([{ id: 'a', text: '1' }], 'slide')
    for (const text of ['2', '3', '4']) page.extend([{ id: 'a', text }])
    page.undo()
    expect(page.get()).toEqual([{ id: 'a', text: '0' }])
    page.redo()
    expect(page.get()).toEqual([{ id: 'a', text: '4' }])
    page.extend([{ id: 'a', text: '0' }])
    expect(page.undo()).toBeNull()
  })
})
