import { expect, it } from 'vitest'
import { NO_FILTER } from '../../../core/desk/view/filter-changes'
import { BY_ARRIVAL } from '../../../core/desk/view/view'
import type { Preferences } from '../../../platform/storage/preferences'
import { setupApp } from '../../../testing/fakes/app-under-test'
import { createRememberingDesk } from '../../../testing/fakes/remembering-desk'
import { createStand } from './keep-view'

/** A page with three pictures, looked at in its own way, and pages of its tab that are opened after it. */
const setup = async () => {
  const desk = createRememberingDesk()
  let preferences: Preferences | null = null
  const open = () =>
    setupApp(
      preferences,
      (written) => {
        preferences = written
      },
      undefined,
      undefined,
      () => Promise.resolve(desk),
    )
  const page = open()
  await page.restorePictures()
  page.actions.replaceTags(['red', 'green'])
  page.addPictures('a', 'b', 'c')
  await expect.poll(desk.kept).toHaveLength(3)
  const green = page.state().tags.find(({ text }) => text === 'green')?.id ?? ''
  ;(await page.actions.marking.load()).review.review(true)
  page.actions.toggleFilter(green)
  page.actions.select(page.state().pictures[2]?.id ?? '', 'only')
  const { filter, sort, decidedOnly, selection } = page.state()
  const kept = async () => (await desk.history.readView(desk.tab.read() ?? ''))?.focusId
  await expect.poll(kept).toBe(selection.focusId)
  expect({ answers: filter.answers, decidedOnly }).toEqual({ answers: [green], decidedOnly: false })
  return { open, looked: { filter, sort, decidedOnly } }
}

it('what is shown of a list, its order and where the person stands come back with it', async () => {
  const { open, looked } = await setup()
  const next = open()
  await next.restorePictures()
  expect(next.state()).toMatchObject(looked)
  const { selection, pictures } = next.state()
  expect(selection.focusId).toBe(pictures[2]?.id)
})

it('a tag that is gone is not asked for, and what the person has asked for meanwhile stays', async () => {
  const { open } = await setup()
  const without = open()
  without.actions.replaceTags(['red', 'blue'])
  await without.restorePictures()
  expect(without.state()).toMatchObject({ filter: NO_FILTER, decidedOnly: false })

  const busy = open()
  ;(await busy.actions.marking.load()).review.show(true)
  await busy.restorePictures()
  expect(busy.state()).toMatchObject({ sort: BY_ARRIVAL, decidedOnly: true })
})

it('a list that comes part by part is stood in at its first picture until the one that was left has come', async () => {
  const { open } = await setup()
  const page = open()
  await page.restorePictures()
  const [a, b, c] = page.state().pictures
  if (!a || !b || !c) throw new Error('no pictures')
  const kept = { filter: { answers: [], ranges: [] }, sort: BY_ARRIVAL, scoreOf: null, decidedOnly: null }
  const left = { ...kept, focusId: c.id, ofTags: true }
  const went: string[] = []
  const stand = createStand(left, (id) => went.push(id))
  stand([a], null)
  stand([b], a.id)
  stand([c], a.id)
  expect(went).toEqual([a.id, c.id])
  const elsewhere = createStand(left, (id) => went.push(id))
  elsewhere([a], null)
  elsewhere([c], b.id)
  expect(went).toEqual([a.id, c.id, a.id])
})
