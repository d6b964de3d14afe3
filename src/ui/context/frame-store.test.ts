import { expect, it } from 'vitest'
import { createFakeApp } from '../../testing/fakes/fake-app'
import { createFrameStore } from './frame-store'

const setup = () => {
  const { app } = createFakeApp()
  const heard: number[] = []
  const store = createFrameStore(app.store)
  const stop = store.subscribe(() => heard.push(store.getState().settings.temperature))
  const frame = () => new Promise(requestAnimationFrame)
  return { set: app.actions.setTemperature, heard, stop, frame }
}

it('tells of a first change at once and of all that follow within the frame once', async () => {
  const { set, heard, frame } = setup()
  for (const temperature of [2, 3, 4]) set(temperature)
  expect(heard).toEqual([2])
  await frame()
  expect(heard).toEqual([2, 4])
})

it('tells at once again when a frame has passed in silence', async () => {
  const { set, heard, frame } = setup()
  set(2)
  await frame()
  await frame()
  set(3)
  expect(heard).toEqual([2, 3])
})

it('tells no one who has stopped listening', async () => {
  const { set, heard, stop, frame } = setup()
  set(2)
  set(3)
  stop()
  await frame()
  expect(heard).toEqual([2])
})
