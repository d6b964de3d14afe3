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
