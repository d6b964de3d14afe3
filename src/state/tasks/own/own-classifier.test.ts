import { describe, expect, it } from 'vitest'
import { done, failed } from '../../../core/errors/outcome'
import type { ClassificationRecord } from '../../../core/tasks/zero-shot/record'
import { setupApp } from '../../../testing/fakes/app-under-test'
import { encodedPicture, unitVector } from '../../../testing/fakes/fake-engine'

/** Four pictures of two kinds that the tags' words say nothing of: `a0` and `a1` lie one way, `b0` and `b1` another. */
const setup = async () => {
  const app = setupApp()
  app.actions.replaceTags(['one', 'two'])
  await app.load()
  await app.answerPrompts()
  const ids = app.addPictures('a0', 'a1', 'b0', 'b1')
  for (const i of ids.keys()) {
    await expect.poll(() => app.engine.pictures.length).toBeGreaterThan(i)
    const vector = i < 2 ? unitVector(1, 0.1 * i, 0.2) : unitVector(0.1 * i, 1, 0.2)
    const sha256 = String(i).repeat(64)
    app.engine.pictures[i]?.answer(done({ ...encodedPicture('model-a', vector), sha256 }))
    await app.settle()
  }
  const tag = (text: string) => app.state().tags.find((known) => known.text === text)?.id ?? ''
  const marks = await app.actions.marking.load()
  marks.learn()
  const press = async (id: string, key: string, isNot = false) => {
    app.actions.select(id, 'only')
    const { selection } = app.state()
    await marks.review.press({ key, selection, isLarge: false, isNot })
  }
  const say = (picture: number, text: string, says: 'yes' | 'no' = 'yes') => {
    marks.mark([ids[picture] ?? ''], tag(text), says)
  }
  const answers = () =>
    app.state().pictures.map((picture) => app.selectors.labels(app.state(), picture)[0]?.tag ?? '')
  const hasHead = () => app.state().own !== null
  return { ...app, ids, marks, press, say, tag, answers, hasHead }
}

describe('a classifier of one’s own', () => {
  it('answers as soon as two tags have an example each', async () => {
    const { say, answers, hasHead } = await setup()
    say(0, 'one')
    expect(hasHead()).toBe(false)
    say(2, 'two')
    await expect.poll(answers).toEqual(['one', 'one', 'two', 'two'])
  })

  it('is one step of the history with each mark', async () => {
    const { actions, say, answers, hasHead, state } = await setup()
    say(0, 'one')
    say(2, 'two')
    await expect.poll(hasHead).toBe(true)
    actions.undo()
    expect(state().marks.map(({ name }) => name)).toEqual(['a0'])
    await expect.poll(hasHead).toBe(false)
    actions.redo()
    await expect.poll(answers).toEqual(['one', 'one', 'two', 'two'])
  })

  it('keeps its weights when a tag gets another name', async () => {
    const { actions, answerPrompts, say, tag, answers, state } = await setup()
    say(0, 'one')
    say(2, 'two')
    // Judged, so that nothing more is on its way.
    await expect.poll(() => state().own?.progress).toBeNull()
    const head = state().own?.head
    actions.editTag(tag('two'), 'second')
    await answerPrompts()
    expect(state().own?.head).toBe(head)
    expect(answers()).toEqual(['one', 'one', 'second', 'second'])
  })

  it('lets the words answer when the person wants them to', async () => {
    const { marks, say, answers } = await setup()
    const byWords = answers()
    say(0, 'two')
    say(2, 'one')
    await expect.poll(answers).toEqual(['two', 'two', 'one', 'one'])
    marks.answerBy('words')
    expect(answers()).toEqual(byWords)
    marks.answerBy('own')
    expect(answers()).toEqual(['two', 'two', 'one', 'one'])
  })

  it('knows a picture by its bytes: what was said of it stays when it leaves the list and comes back', async () => {
    const { actions, ids, say, hasHead, state } = await setup()
    say(0, 'one')
    say(2, 'two')
    await expect.poll(hasHead).toBe(true)
    actions.removePictures([ids[0] ?? ''])
    expect(state().marks).toHaveLength(2)
    expect(hasHead()).toBe(true)
  })

  it('takes back what is said a second time, and says no of what is not, where several may fit', async () => {
    const { actions, press, ids, say, tag, state } = await setup()
    actions.setRules({ mode: 'multi' })
    say(0, 'one')
    say(0, 'one')
    expect(state().marks).toEqual([])
    say(0, 'one', 'no')
    expect(state().marks[0]).toMatchObject({ yes: [], no: [tag('one')] })
    await press(ids[0] ?? '', '2')
    expect(state().marks[0]).toMatchObject({ yes: [tag('two')] })
    await press(ids[0] ?? '', 'X')
    expect(state().marks[0]).toMatchObject({ yes: [], no: [tag('one'), tag('two')], none: true })
    await press(ids[0] ?? '', 'U')
    expect(state().marks).toEqual([])
  })

  it('keeps no "is not" with one label, where it would teach nothing: it takes back a yes and no more', async () => {
    const { press, ids, say, state } = await setup()
    const [first = ''] = ids
    const steps = state().history.past.length
    await press(first, '1', true)
    expect(state().marks).toEqual([])
    expect(state().history.past).toHaveLength(steps)
    say(0, 'one')
    await press(first, '1', true)
    expect(state().marks).toEqual([])
    say(0, 'two')
    const said = state().history.past.length
    await press(first, '1', true)
    expect(state().history.past).toHaveLength(said)
  })

  it('is told that a picture is none of these: a decision, which teaches nothing with one label', async () => {
    const { actions, press, ids, say, hasHead, state } = await setup()
    const [first = ''] = ids
    say(1, 'one')
    say(2, 'two')
    await expect.poll(hasHead).toBe(true)
    await press(first, 'X')
    const steps = state().history.past.length
    await press(first, 'X')
    expect(state().history.past).toHaveLength(steps)
    expect(state().marks.find(({ name }) => name === 'a0')).toMatchObject({ yes: [], no: [], none: true })
    expect(state().own?.examples).toBe(2)
    say(0, 'one')
    const said = state().marks.find(({ name }) => name === 'a0')
    expect(said).not.toHaveProperty('none')
    await expect.poll(() => state().own?.examples).toBe(3)
    actions.undo()
    expect(state().marks.find(({ name }) => name === 'a0')).toMatchObject({ yes: [], none: true })
    actions.redo()
    expect(state().marks.find(({ name }) => name === 'a0')).toEqual(said)
    actions.undo()
    actions.undo()
    expect(state().marks.map(({ name }) => name)).toEqual(['a1', 'b0'])
  })

  it('says that it could not learn, and learns when it is asked again or when more is said', async () => {
    const { classifier, marks, say, answers, hasHead, state } = await setup()
    const { fit } = classifier
    const ended = { code: 'ENGINE_CRASHED', doing: 'training', detail: 'ended' } as const
    classifier.fit = () => Promise.resolve(failed(ended))
    say(0, 'one')
    say(2, 'two')
    await expect.poll(() => state().ownError).toEqual(ended)
    expect(hasHead()).toBe(false)
    marks.retry()
    expect(state().ownError).toBeNull()
    await expect.poll(() => state().ownError).toEqual(ended)
    classifier.fit = fit
    marks.retry()
    await expect.poll(answers).toEqual(['one', 'one', 'two', 'two'])
    expect(state().ownError).toBeNull()
    classifier.fit = () => Promise.resolve(failed(ended))
    say(1, 'one')
    await expect.poll(() => state().ownError).toEqual(ended)
    classifier.fit = fit
    say(3, 'two')
    await expect.poll(() => state().own?.examples).toBe(4)
    expect(state().ownError).toBeNull()
  })

  it('is what leaves the app while it answers: its probabilities beside the words’ cosines, with what it is', async () => {
    const { actions, marks, say, hasHead, answers, selectors, state } = await setup()
    const saved = async (kind: 'json' | 'csv') => {
      const files: Blob[] = []
      await (
        await actions.exporting.load()
      ).save({ kind, scope: 'all' }, (file) => {
        files.push(file)
      })
      return (await files[0]?.text()) ?? ''
    }
    // What a program reads of a file that it knows.
    const records = async () =>
      (JSON.parse(await saved('json')) as { records: readonly ClassificationRecord[] }).records
    const byWords = await records()
    expect(await saved('csv')).not.toContain('classifier')
    say(0, 'two')
    say(2, 'one')
    await expect.poll(hasHead).toBe(true)
    expect(answers()).toEqual(['two', 'two', 'one', 'one'])
    const byHead = await records()
    expect(byHead.map(({ top }) => top)).toEqual(['two', 'two', 'one', 'one'])
    for (const [i, { labels, classifier, margin }] of byHead.entries()) {
      const picture = state().pictures[i]
      const shown = picture ? selectors.labels(state(), picture) : []
      const [best, second] = shown.map(({ probability }) => probability ?? NaN)
      expect(margin).toBeCloseTo((best ?? NaN) - (second ?? NaN), 6)
      for (const { tag, probability, accepted } of shown)
        expect(labels.find(({ label }) => label === tag)).toMatchObject({ probability, accepted })
      expect(labels.map(({ cosine }) => cosine)).toEqual(byWords[i]?.labels.map(({ cosine }) => cosine))
      const [one, two] = labels.map(({ logit }) => logit ?? NaN)
      expect(labels[0]?.probability).toBeCloseTo(1 / (1 + Math.exp((two ?? NaN) - (one ?? NaN))), 6)
      expect(classifier).toEqual({ id: 'mine', version: byHead[0]?.classifier?.version, examples: 2 })
    }
    const [head = '', first = ''] = (await saved('csv')).split('\r\n')
    expect(head).toContain('classifier,classifier_version,classifier_examples')
    expect(first).toContain(`mine,${byHead[0]?.classifier?.version},2`)
    marks.answerBy('words')
    // But for what the person has decided.
    expect(await records()).toEqual(byWords.map((record) => expect.objectContaining(record) as unknown))
  })

  it('is kept no longer than pictures are: on the page it goes on, and is kept again with them', async () => {
    const { actions, say, hasHead, state, keptMarks } = await setup()
    const keeping = await actions.keptPictures.load()
    say(0, 'one')
    say(2, 'two')
    await expect.poll(hasHead).toBe(true)
    expect(keptMarks.size).toBe(2)
    await keeping.keep(false)
    expect(keptMarks.size).toBe(0)
    say(1, 'one')
    expect(keptMarks.size).toBe(0)
    expect(state().marks).toHaveLength(3)
    await keeping.keep(true)
    expect(keptMarks.size).toBe(3)
  })

  it('forgets what is kept of a picture; on the page it holds, elsewhere it teaches no longer', async () => {
    const { actions, ids, marks, say, hasHead, state, keptMarks } = await setup()
    say(0, 'one')
    say(1, 'one')
    say(2, 'two')
    await expect.poll(hasHead).toBe(true)
    actions.removePictures([ids[0] ?? ''])
    await marks.forget(['0', '1'].map((digit) => digit.repeat(64)))
    expect([...keptMarks.values()].map(({ name }) => name)).toEqual(['b0'])
    expect(state().marks.map(({ name }) => name)).toEqual(['a1', 'b0'])
    await expect.poll(() => state().own?.examples).toBe(2)
  })

  it('does not bring back by undo what was forgotten', async () => {
    const { actions, ids, marks, say, hasHead, state, keptMarks } = await setup()
    say(0, 'one')
    say(1, 'one')
    say(2, 'two')
    await expect.poll(hasHead).toBe(true)
    marks.unmark([ids[0] ?? ''])
    actions.removePictures([ids[0] ?? ''])
    await marks.forget(['0'.repeat(64)])
    // The removal, then the mark that was taken back: of that nothing is left to undo.
    actions.undo()
    actions.undo()
    expect(state().marks.map(({ name }) => name)).toEqual(['a1'])
    expect([...keptMarks.values()].map(({ name }) => name)).toEqual(['a1'])
    actions.redo()
    expect(state().marks.map(({ name }) => name)).toEqual(['a1', 'b0'])
  })
})
