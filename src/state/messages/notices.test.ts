import { expect, it } from 'vitest'
import { setupApp } from '../../testing/fakes/app-under-test'

it('a problem takes the place of an earlier one that reads alike, and of no other', () => {
  const { app, state } = setupApp()
  const tried: string[] = []
  for (const part of ['menu', 'dialog', 'grid'])
    app.actions.showProblem({ code: 'PART_NOT_LOADED', detail: part }, () => tried.push(part))
  app.actions.showProblem({ code: 'STORAGE_FULL' }, () => undefined)
  expect(state().notices).toHaveLength(2)
  state().notices[0]?.action?.run?.()
  expect(tried).toEqual(['grid'])
})

it('what says something of the state goes when that is no longer so, and takes the place of what it said before', () => {
  const { app, state } = setupApp()
  const holds = ({ pictures }: ReturnType<typeof state>) => pictures.length === 0
  app.actions.tell(() => 'empty', { holds })
  app.actions.tell(() => 'of no matter')
  app.actions.addPictures([new File([], 'a.png')])
  expect(state().notices).toHaveLength(1)
})

it('a problem goes when the same thing has gone well since, and no other does', () => {
  const { app, state } = setupApp()
  app.actions.showProblem({ code: 'STORAGE_FULL' }, () => undefined, 'a file')
  app.actions.showProblem({ code: 'PART_NOT_LOADED', detail: 'grid' }, () => undefined, 'the grid')
  app.actions.settled('a file')
  expect(state().notices.map(({ code }) => code)).toEqual(['PART_NOT_LOADED'])
})
