import { expect, test } from 'vitest'
import { done } from '../../core/errors/outcome'
import type { ModelChoice } from '../../core/model/model-choice'
import { setupApp, source } from '../../testing/fakes/app-under-test'
import { emptyScreen as screen } from '../../testing/fakes/fake-site'
import { createLoadedModel } from '../../testing/loaded-model'
import { gatherPage } from './carry-over'

const small: ModelChoice = {
  source: { kind: 'url', baseUrl: 'https://models.example/small' },
  dtype: 'auto',
  device: 'auto',
}

test('the small model that answers meanwhile comes along with the load that it bridges, on its way and there', async () => {
  const { actions, engine, state, settle } = setupApp()
  void actions.loadModel(source)
  void actions.loadBeside(small)
  expect(gatherPage(state(), screen, 'kept')).toMatchObject({ load: { source }, loadBeside: small })
  engine.loads.at(-1)?.answer(done(createLoadedModel({ key: 'small' })))
  await settle()
  expect(gatherPage(state(), screen, 'kept')).toMatchObject({ load: { source }, loadBeside: small })
})

test('the model that ships with the app is loaded in any case, and is not taken along', async () => {
  const { actions, engine, state, settle } = setupApp()
  actions.loadBuiltIn()
  engine.loads.at(-1)?.answer(done(createLoadedModel({ key: 'mini' })))
  await settle()
  void actions.loadModel(source)
  expect(gatherPage(state(), screen, 'kept')).toMatchObject({ load: { source }, loadBeside: null })
})
