import { describe, expect, it } from 'vitest'
import { done } from '../../../core/errors/outcome'
import { setupApp } from '../../../testing/fakes/app-under-test'
import { createFakeColumns } from '../../../testing/fakes/fake-columns'
import { createFakeDesk } from '../../../testing/fakes/fake-desk'
import { encodedPicture, unitVector } from '../../../testing/fakes/fake-engine'

/** Numbers in which every picture differs from every other by far. */
const spread = (count: number, place: number) =>
  Array.from({ length: count }, (_, i) => Math.sin((place + 1) * (i + 1) * 12.9898) * 0.9)

/** A page with pictures by name: `a 1.png` and `a 2.png` are the same bytes, `b x.png` and `b y.png` alike. */
const setup = async (
  names: readonly string[],
  {
    columns = createFakeColumns(),
    desk = createFakeDesk(),
  }: {
    readonly columns?: ReturnType<typeof createFakeColumns>
    readonly desk?: ReturnType<typeof createFakeDesk>
  } = {},
) => {
  const test = setupApp(
    null,
    undefined,
    undefined,
    () => Promise.resolve(columns),
    () => Promise.resolve(desk),
  )
  const { key } = await test.load()
  // Texts of this engine have other lengths than these pictures.
  for (const { id } of test.state().tags) test.actions.removeTag(id)
  const kinds = [...new Set(names.map((name) => name.slice(0, name.indexOf(' '))))]
  test.addPictures(...names)
  await test.answerPrompts()
  for (const job of test.engine.pictures) {
    const [kind = '', rest = ''] = job.request.split(' ')
    const values = spread(24, kinds.indexOf(kind))
    const isSame = /^[0-9]/.test(rest)
    const vector = unitVector(...values.map((value) => value + (isSame ? 0 : rest.charCodeAt(0) / 1e5)))
    job.answer(done({ ...encodedPicture(key, vector), sha256: isSame ? kind : `${kind} ${rest}` }))
    await test.settle()
  }
  await test.whenIdle()
  const views = await test.actions.viewing.load()
  const show = async (view: 'duplicates' | 'map' | 'grid') => {
    views.show(view)
    await test.settle()
  }
  const nameOf = (row: number) => test.selectors.rows.pictureAt(test.state().pictures, row)?.name
  const groups = () =>
    views.duplicates
      .getState()
      .found?.groups.map(({ sameness, rows }) => `${sameness}: ${rows.map(nameOf).join(', ')}`)
  const group = (at: number) => {
    const found = views.duplicates.getState().found?.groups[at]
    if (!found) throw new Error(`no group ${at}`)
    return found
  }
  return { ...test, views, show, groups, group, desk }
}

const LIST = ['a 1.png', 'c 1.png', 'a 2.png', 'b x.png', 'd 1.png', 'b y.png', 'e 1.png']

describe('the duplicates of a list', () => {
  it('are found in a short list as in a long one', async () => {
    const short = await setup(LIST)
    await short.show('duplicates')
    const found = ['bytes: a 1.png, a 2.png', 'alike: b x.png, b y.png']
    expect(short.groups()).toEqual(found)

    const long = await setup([...LIST, ...Array.from({ length: 40 }, (_, i) => `f${i} 1.png`)])
    await long.show('duplicates')
    expect(long.groups()).toEqual(found)
    expect(long.state().duplicates).toBe(2)
  })

  it('follow the list as long as they are shown', async () => {
    const { state, actions, show, groups, settle } = await setup(LIST)
    await show('duplicates')
    actions.removePictures(
      state()
        .pictures.slice(0, 1)
        .map(({ id }) => id),
    )
    await settle()
    expect(groups()).toEqual(['alike: b x.png, b y.png'])
    actions.undo()
    await settle()
    expect(groups()).toHaveLength(2)
  })

  it('come to be the only ones in the grid, with the others selected', async () => {
    const { state, selectors, actions, show, views, group } = await setup(LIST)
    actions.filterByTag('none')
    await show('duplicates')
    views.selectInGrid(group(0).rows, group(0).rows.slice(0, 1), 'Twice')
    expect(state().view).toBe('grid')
    expect(selectors.shownPictures(state()).map(({ name }) => name)).toEqual(['a 1.png', 'a 2.png'])
    expect(
      state()
        .pictures.filter(({ id }) => state().selection.ids.has(id))
        .map(({ name }) => name),
    ).toEqual(['a 2.png'])
  })

  it('that a person has said differ are none any more, after another look and at a later visit too', async () => {
    const first = await setup(LIST)
    await first.show('duplicates')
    first.views.setDiffering([first.group(1)])
    expect(first.groups()).toEqual(['bytes: a 1.png, a 2.png'])
    await first.settle()
    first.views.again()
    await first.settle()
    expect(first.groups()).toEqual(['bytes: a 1.png, a 2.png'])

    const second = await setup(LIST, { desk: first.desk })
    await second.show('duplicates')
    expect(second.groups()).toEqual(['bytes: a 1.png, a 2.png'])
  })

  it('are back when that is undone, for later visits too', async () => {
    const { actions, views, show, group, groups, settle, desk } = await setup(LIST)
    await show('duplicates')
    views.setDiffering([group(1)])
    await settle()
    expect(desk.differing.size).toBe(1)
    actions.undo()
    await settle()
    expect(groups()).toHaveLength(2)
    expect(desk.differing.size).toBe(0)
  })

  it('leave the grid in its place where a filter is asked for meanwhile', async () => {
    const { state, actions, show } = await setup(LIST)
    await show('duplicates')
    actions.filterByTag('none')
    expect(state().view).toBe('grid')
  })

  it('are not looked for any longer once that is stopped, and what is late changes nothing', async () => {
    const columns = createFakeColumns()
    let answer: (() => void) | null = null
    const { views, show, settle } = await setup(LIST, {
      columns: {
        ...columns,
        duplicates: async (...asked) => {
          await new Promise<void>((resolve) => (answer = resolve))
          return columns.duplicates(...asked)
        },
      },
    })
    await show('duplicates')
    expect(views.duplicates.getState().phase.kind).toBe('looking')
    views.stop()
    ;(answer as (() => void) | null)?.()
    await settle()
    expect(views.duplicates.getState()).toEqual({ found: null, phase: { kind: 'stopped' } })
  })
})

describe('the map of a list', () => {
  it('has what lies inside a line in the grid, and nothing else, whatever filter there was', async () => {
    const names = Array.from({ length: 60 }, (_, i) => `f${i} 1.png`)
    const { state, selectors, actions, views, show, settle } = await setup(names)
    actions.filterByTag('none')
    await show('map')
    const map = views.map.getState().found
    if (!map) throw new Error('no map')
    expect(map.rows).toHaveLength(60)
    views.showInside(Float32Array.of(-2, -2, 0, -2, 0, 2, -2, 2), 'Left')
    await settle()
    const left = [...map.rows].filter((_, point) => (map.x[point] ?? 0) < 0)
    expect(left.length).toBeGreaterThan(5)
    expect(state().view).toBe('grid')
    expect(selectors.shownPictures(state()).map(({ id }) => selectors.rows.rowOf(id))).toEqual(left)
  })

  it('is drawn again where a person says what pictures are, which holds for the same bytes', async () => {
    const { state, actions, views, show, settle } = await setup(LIST)
    actions.addTags('boat')
    const [boat] = state().tags
    await show('map')
    expect(views.map.getState().found?.colours.decision.keys).toEqual([])
    const marking = await actions.marking.load()
    marking.mark(
      state()
        .pictures.slice(0, 2)
        .map(({ id }) => id),
      boat?.id ?? '',
      'yes',
    )
    await settle()
    expect(views.map.getState().found?.colours.decision).toMatchObject({ keys: [boat?.id], counts: [3] })
  })

  it('changes nothing where no point lies inside the line', async () => {
    const { state, views, show, settle } = await setup(LIST)
    await show('map')
    views.showInside(Float32Array.of(3, 3, 4, 3, 4, 4), 'Nothing')
    await settle()
    expect(state().view).toBe('map')
  })
})
