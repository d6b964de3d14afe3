import { expect, it } from 'vitest'
import { done, failed } from '../../../core/errors/outcome'
import { setupApp } from '../../../testing/fakes/app-under-test'

const address = (i: number) => `https://pictures.example/${i}.png`

const setup = (count: number) => {
  const app = setupApp()
  const addresses = Array.from({ length: count }, (_, i) => address(i))
  for (const url of addresses) app.web.set(url, done({ blob: new Blob(), name: url.split('/').at(-1) ?? '' }))
  return { ...app, addresses }
}

it('reads a list to its end, however many notices come meanwhile', async () => {
  const { app, addresses, web, state } = setup(12)
  for (const url of addresses.slice(0, 5)) web.set(url, failed({ code: 'IMAGE_FETCH_BLOCKED', url }))
  app.actions.takeAddresses(addresses, 'pictures')
  await expect.poll(() => state().pictures.map(({ name }) => name)).toContain('11.png')
  expect(state().pictures).toHaveLength(7)
})

it('reads an address without its scheme, and says which path it cannot read', async () => {
  const { app, state, web } = setup(1)
  web.set('https://www.pictures.example/a.jpg', done({ blob: new Blob(), name: 'a.jpg' }))
  const tags = state().tags.length
  app.actions.addTags('www.pictures.example/a.jpg, C:\\me\\cat.jpg')
  await expect.poll(() => state().notices.map(({ tone }) => tone)).toEqual(['problem'])
  expect(state().pictures.map(({ name }) => name)).toEqual(['a.jpg'])
  expect(state().tags).toHaveLength(tags)
})

it('stops reading where the person says so', async () => {
  const { app, addresses, web, state } = setup(12)
  app.actions.takeAddresses(addresses, 'pictures')
  const stopped = new Promise<void>((resolve) => {
    app.store.subscribe(({ notices: [reading] }) => {
      reading?.action?.run?.()
      if (reading) resolve()
    })
  })
  await stopped
  await expect.poll(() => state().notices).toHaveLength(0)
  expect(state().pictures.length).toBeLessThan(web.size)
})

it('says how many addresses are beyond those that are read at once', async () => {
  const { app, addresses, state, settle } = setup(103)
  app.actions.takeAddresses(addresses, 'pictures')
  await expect.poll(() => state().pictures).toHaveLength(100)
  await settle()
  expect(state().notices).toHaveLength(1)
})
