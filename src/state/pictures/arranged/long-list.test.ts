import { describe, expect, it } from 'vitest'
import { ELSEWHERE_ID, FAILED_ID, NONE_ID } from '../../../core/desk/view/view'
import { done, failed } from '../../../core/errors/outcome'
import { setupApp } from '../../../testing/fakes/app-under-test'
import { createFakeColumns } from '../../../testing/fakes/fake-columns'
import { lastOf } from './arranging'
import { encodedPicture, unitVector } from '../../../testing/fakes/fake-engine'

const COUNT = 60

/** A direction for a picture by its number: all of them differ, and every third is nearest to another colour. */
const directionOf = (number: number) => {
  const values = [0.1, 0.1, 0.1]
  values[number % 3] = 1
  values[(number + 1) % 3] = number / COUNT
  return unitVector(...values)
}

type Columns = ReturnType<typeof createFakeColumns>

/** A list that is too long for the page, by name `0.png` and up; of the last one the file is broken, of the one before it not here. */
const setup = async (openColumns: () => Promise<Columns> = () => Promise.resolve(createFakeColumns())) => {
  const test = setupApp(null, undefined, undefined, openColumns)
  const { key } = await test.load()
  test.actions.replaceTags(['red', 'green', 'blue'])
  test.addPictures(...Array.from({ length: COUNT }, (_, i) => `${i}.png`))
  await test.answerPrompts()
  for (const job of test.engine.pictures) {
    const number = Number.parseInt(job.request, 10)
    // Of other bytes each: pictures that came twice are told of.
    const encoded = { ...encodedPicture(key, directionOf(number)), sha256: job.request }
    const broken = failed({ code: 'IMAGE_DECODE_FAILED', name: job.request, format: 'PNG' })
    const setbacks = new Map([
      [COUNT - 1, broken],
      [COUNT - 2, failed({ code: 'IMAGE_ELSEWHERE' })],
    ])
    job.answer(setbacks.get(number) ?? done(encoded))
    await test.settle()
  }
  await test.whenIdle()
  const names = () => test.selectors.shownPictures(test.state()).map(({ name }) => name)
  const pictures = () => test.selectors.shownPictures(test.state())
  const best = (picture: ReturnType<typeof pictures>[number]) =>
    test.selectors.labels(test.state(), picture)[0]
  return { ...test, names, pictures, best }
}

describe('a list that is longer than what the page arranges', () => {
  it('is counted as the pictures themselves are judged', async () => {
    const { selectors, state, best } = await setup()
    const counts = new Map<string, number>()
    for (const picture of state().pictures) {
      const label = best(picture)
      const id = label?.accepted ? label.tagId : label && NONE_ID
      if (id) counts.set(id, (counts.get(id) ?? 0) + 1)
    }
    expect(counts.size).toBeGreaterThan(1)
    expect(new Map(selectors.tagCounts(state()))).toEqual(counts)
  })

  it('is sorted and filtered, and follows an edited tag', async () => {
    const { actions, whenIdle, names, pictures, best, state, answerPrompts } = await setup()
    actions.setSort({ by: 'sureness', descending: true })
    await whenIdle()
    const chances = pictures().map((picture) => best(picture)?.probability ?? -1)
    expect(chances).toEqual([...chances].sort((a, b) => b - a))
    expect(names().at(-1)).toBe('59.png')

    const [red] = state().tags
    actions.filterByTag(red?.id ?? '')
    await whenIdle()
    expect(pictures().length).toBeGreaterThan(0)
    expect(pictures().every((picture) => best(picture)?.tag === 'red')).toBe(true)

    actions.removeTag(red?.id ?? '')
    await answerPrompts()
    await whenIdle()
    expect(pictures()).toHaveLength(COUNT)
    expect(pictures().some((picture) => best(picture)?.tag === 'red')).toBe(false)
  })

  it('shows what could not be read apart from what is not on this device', async () => {
    const { actions, whenIdle, names } = await setup()
    actions.toggleFilter(FAILED_ID)
    await whenIdle()
    expect(names()).toEqual(['59.png'])
    actions.toggleFilter(ELSEWHERE_ID)
    await whenIdle()
    expect(names()).toEqual(['58.png', '59.png'])
    actions.toggleFilter(FAILED_ID)
    await whenIdle()
    expect(names()).toEqual(['58.png'])
  })

  it('shows a range of scores, beside other filters, and so do its exports', async () => {
    const { actions, whenIdle, pictures, best, state, selectors } = await setup()
    const [red] = state().tags
    if (!red) throw new Error('there is no tag')
    const score = (picture: ReturnType<typeof pictures>[number]) =>
      selectors.tasks['zero-shot'].answers(state()).score(picture, red.id)
    actions.filterByScore({ label: red.id, least: 0.2, most: 0.6 })
    await whenIdle()
    const within = state().pictures.filter((each) => score(each) >= 0.2 && score(each) <= 0.6)
    expect(within.length).toBeGreaterThan(0)
    expect(pictures()).toEqual(within)
    const saved: Blob[] = []
    const { save } = await actions.exporting.load()
    await save({ kind: 'jsonl', scope: 'shown' }, (file) => saved.push(file))
    expect((await saved[0]?.text())?.trim().split('\n')).toHaveLength(within.length)
    actions.toggleFilter(red.id)
    await whenIdle()
    expect(pictures()).toEqual(within.filter((each) => best(each)?.tagId === red.id))
    actions.filterByScore({ label: red.id, least: 0, most: 1 })
    expect(state().filter).toEqual({ answers: [red.id], ranges: [] })
  })

  it('counts scores for each place that draws them', async () => {
    const { actions, whenIdle, state } = await setup()
    const [red, green] = state().tags
    if (!red || !green) throw new Error('there are no tags')
    const drawn = () => (state().arranging.kind === 'done' ? lastOf(state().arranging).histograms : null)
    const endRed = actions.drawScoresOf(red.id)
    const endOther = actions.drawScoresOf(red.id)
    actions.drawScoresOf(green.id)
    await whenIdle()
    expect(drawn()?.get(green.id)?.count).toBe(COUNT - 2)
    endRed()
    await whenIdle()
    expect([...(drawn()?.keys() ?? [])].sort()).toEqual([red.id, green.id].sort())
    endOther()
    await whenIdle()
    expect([...(drawn()?.keys() ?? [])]).toEqual([green.id])
  })

  it('loses what is taken off it at once, and has back what undo brings', async () => {
    const { actions, whenIdle, names, state } = await setup()
    actions.setSort({ by: 'sureness', descending: false })
    await whenIdle()
    const before = names()
    const gone = state().pictures.slice(3, 6)
    actions.removePictures(gone.map(({ id }) => id))
    expect(names()).toEqual(before.filter((name) => !gone.some((picture) => picture.name === name)))
    actions.undo()
    await whenIdle()
    expect(names()).toEqual(before)
  })

  it('is arranged by the page once it is short', async () => {
    const { actions, whenIdle, names, state } = await setup()
    actions.setSort({ by: 'name', descending: false })
    await whenIdle()
    actions.removePictures(
      state()
        .pictures.slice(5)
        .map(({ id }) => id),
    )
    expect(names()).toEqual(['0.png', '1.png', '2.png', '3.png', '4.png'])
    expect(state().arranging).toEqual({ kind: 'page' })
  })

  it('stands in the order of arrival where it cannot be arranged, until that is tried again', async () => {
    let tries = 0
    const columns = createFakeColumns()
    const { actions, whenIdle, names, state } = await setup(() =>
      Promise.resolve({
        ...columns,
        arrange: (update) => {
          tries += 1
          return tries <= 2
            ? Promise.resolve(
                failed({ code: 'ENGINE_CRASHED', doing: 'arranging pictures', detail: 'on demand' }),
              )
            : columns.arrange(update)
        },
      }),
    )
    actions.select(state().pictures[7]?.id ?? '', 'only')
    actions.setSort({ by: 'likeness', descending: true })
    await whenIdle()
    expect(state().arranging.kind).toBe('failed')
    expect(names()).toEqual(state().pictures.map(({ name }) => name))
    const action = state().notices.at(-1)?.action
    if (!action || !('run' in action)) throw new Error('there is nothing to press')
    action.run()
    await whenIdle()
    expect(names()[0]).toBe('7.png')
    expect(names()).toHaveLength(COUNT)
  })

  it('asks again by itself where a worker has died once', async () => {
    let tries = 0
    const columns = createFakeColumns()
    const { state, selectors } = await setup(() =>
      Promise.resolve({
        ...columns,
        arrange: (update) => {
          tries += 1
          return tries === 1
            ? Promise.resolve(failed({ code: 'ENGINE_CRASHED', doing: 'arranging pictures', detail: '' }))
            : columns.arrange(update)
        },
      }),
    )
    expect(state().notices).toEqual([])
    expect(selectors.tagCounts(state()).size).toBeGreaterThan(0)
  })
})
