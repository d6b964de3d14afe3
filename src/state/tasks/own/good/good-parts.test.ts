import { describe, expect, it } from 'vitest'
import { done } from '../../../../core/errors/outcome'
import { setupApp } from '../../../../testing/fakes/app-under-test'
import { encodedPicture, unitVector } from '../../../../testing/fakes/fake-engine'
import { exportTagRecords } from '../../zero-shot/late'
import { wordsRecord } from '../../zero-shot/picture-record'

/** Pictures that turn away from the first, in no order, of which the first four are good. */
const setup = async (count: number) => {
  const app = setupApp()
  app.actions.replaceTags(['ok'])
  await app.load()
  await app.answerPrompts()
  const turn = (i: number) => (i < 4 ? i * 0.05 : 0.3 + (1.2 * ((i * 7) % count)) / count)
  const ids = app.addPictures(...Array.from({ length: count }, (_, i) => `${i}.png`))
  for (const i of ids.keys()) {
    await expect.poll(() => app.engine.pictures.length).toBeGreaterThan(i)
    const vector = unitVector(Math.cos(turn(i)), Math.sin(turn(i)), 0)
    const sha256 = String(i).padStart(64, '0')
    app.engine.pictures[i]?.answer(done({ ...encodedPicture('model-a', vector), sha256 }))
    await app.settle()
  }
  await app.whenIdle()
  const marks = await app.actions.marking.load()
  const tagId = app.state().tags[0]?.id ?? ''
  for (const id of ids.slice(0, 4)) marks.mark([id], tagId, 'yes')
  const names = () => app.selectors.shownPictures(app.state()).map(({ name }) => name)
  const wanted = [...ids.keys()].sort((a, b) => turn(b) - turn(a)).map((i) => `${i}.png`)
  return { ...app, marks, ids, tagId, names, wanted }
}

describe('good parts only', () => {
  it.each([12, 60])(
    'puts what is least like the examples of one tag first, of %i pictures, until another order is chosen',
    async (count) => {
      const { marks, tagId, names, wanted, state, actions, whenIdle } = await setup(count)
      expect(state().own).toBeNull()
      marks.sortByUnlike(tagId)
      await whenIdle()
      expect(names().slice(0, count - 4)).toEqual(wanted.slice(0, count - 4))
      expect(state().good).toMatchObject({ count: 4, usual: null })
      actions.setSort({ by: 'unlikeness', descending: false })
      await whenIdle()
      expect(names().at(-1)).toBe(wanted[0])
      actions.setSort({ by: 'added', descending: false })
      await whenIdle()
      expect(state().good).toBeNull()
      expect(names()[0]).toBe('0.png')
    },
  )

  it('follows the marks, back and forth, and ends with its tag', async () => {
    const { marks, ids, tagId, names, wanted, state, actions } = await setup(12)
    marks.sortByUnlike(tagId)
    const far = wanted[0] ?? ''
    const farId = ids[Number(far.replace('.png', ''))] ?? ''
    marks.mark([farId], tagId, 'yes')
    expect(state().good?.count).toBe(5)
    actions.undo()
    expect(state().good?.count).toBe(4)
    expect(names()[0]).toBe(far)
    for (let i = 0; i < 4; i += 1) actions.undo()
    expect(state().good).toMatchObject({ count: 0, ones: null })
    expect(names()[0]).toBe('0.png')
    actions.redo()
    expect(state().good?.count).toBe(1)
    actions.removeTag(tagId)
    expect(state()).toMatchObject({ good: null, sort: { by: 'added' } })
  })

  it('goes into files of results while pictures are ordered so, and into no others', async () => {
    const { marks, tagId, state, selectors } = await setup(12)
    const saved = (format: 'csv' | 'jsonl') => {
      const now = state()
      const records = exportTagRecords(now, now.pictures, now.pictures, format, (picture) =>
        wordsRecord(now, selectors, picture),
      )
      return [...records].join('')
    }
    expect(saved('csv')).not.toContain('unlike')
    marks.sortByUnlike(tagId)
    const [first = ''] = saved('jsonl').split('\n')
    const { unlikeness } = JSON.parse(first) as { unlikeness: { value: number } }
    expect(unlikeness).toMatchObject({ to: 'ok', usual: null, examples: 4 })
    expect(unlikeness.value).toBeCloseTo((2 - Math.cos(0.05) - Math.cos(0.1) + 1 - Math.cos(0.15)) / 3, 6)
    expect(saved('csv').split('\r\n')[0]).toContain('unlikeness,unlike,unlikeness_usual,unlike_examples')
  })
})
