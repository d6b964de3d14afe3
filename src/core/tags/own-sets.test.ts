import { describe, expect, it } from 'vitest'
import { keepSet, MOST_SETS, removeSet, renameSet, toSetName, type TagSetChange } from './own-sets'

const tags = ['car', 'other']
const changed = (change: TagSetChange) => {
  if (change.kind === 'refused') throw new Error(change.reason)
  return change.sets
}
const named = (...names: string[]) =>
  names.reduce<ReturnType<typeof changed>>((sets, name) => changed(keepSet(sets, { name, tags }, false)), [])
const names = (sets: ReturnType<typeof changed>) => sets.map(({ name }) => name)

describe('sets of one’s own', () => {
  it('are in the order that people sort names', () => {
    expect(names(named('Set 10', 'set 2', 'Äpfel', 'zoo'))).toEqual(['Äpfel', 'set 2', 'Set 10', 'zoo'])
  })

  it.each(['__proto__', 'constructor', 'toString', '<img src=x onerror=alert(1)>', '"; DROP', '🚗'])(
    'may be called %s',
    (name) => {
      const sets = named('a', name)
      expect(names(sets)).toContain(name)
      expect(names(removeSet(sets, name))).toEqual(['a'])
      expect({}).not.toHaveProperty('tags')
    },
  )

  it('have a name that reads as it is, on one line and not without end', () => {
    expect(toSetName('  my \n\u202e set\u0007 ')).toBe('my set')
    expect(toSetName('a'.repeat(1000))).toHaveLength(100)
    expect(keepSet([], { name: ' \u200b ', tags }, false)).toEqual({ kind: 'refused', reason: 'no-name' })
  })

  it('are not empty, and not more than a menu can show', () => {
    expect(keepSet([], { name: 'a', tags: [] }, false)).toEqual({ kind: 'refused', reason: 'no-tags' })
    const full = Array.from({ length: MOST_SETS }, (_, i) => ({ name: `set ${i}`, tags }))
    expect(keepSet(full, { name: 'one more', tags }, false)).toEqual({ kind: 'refused', reason: 'too-many' })
    expect(keepSet(full, { name: 'SET 7', tags: ['new'] }, true)).toMatchObject({ kind: 'changed' })
  })

  it('take the place of one of the same name only when asked to', () => {
    const sets = named('Cars')
    expect(keepSet(sets, { name: 'cars', tags: ['x'] }, false)).toEqual({ kind: 'refused', reason: 'taken' })
    expect(keepSet(sets, { name: 'cars', tags: ['x'] }, true)).toEqual({
      kind: 'changed',
      sets: [{ name: 'cars', tags: ['x'] }],
    })
  })

  it('are renamed, in other letters too, but not to another’s name or to none', () => {
    const sets = named('Cars', 'Trees')
    expect(names(changed(renameSet(sets, 'Cars', 'cars')))).toEqual(['cars', 'Trees'])
    expect(renameSet(sets, 'Cars', 'trees')).toEqual({ kind: 'refused', reason: 'taken' })
    expect(renameSet(sets, 'Cars', ' ')).toEqual({ kind: 'refused', reason: 'no-name' })
    expect(names(changed(renameSet(sets, 'Gone', 'x')))).toEqual(['Cars', 'Trees'])
  })
})
