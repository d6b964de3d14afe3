import { expect, test } from 'vitest'
import type { ServiceWorkerLink } from '../platform/service-worker'
import { setupApp } from '../testing/app-under-test'
import { silentNetwork, unknownDevice } from '../testing/fake-site'
import { PartNotLoaded } from '../core/late'
import { createSite } from './create-site'

const firstVisit = { isolated: false, triedBefore: false, framed: false, cores: 8 }

interface Setup {
  readonly shared?: readonly File[]
  readonly isolates?: boolean
  readonly hasRoom?: boolean
  readonly hasWorker?: boolean
  readonly isOutdated?: boolean
}

/** The site over the real state, with a service worker that does as it is told and a list of what happened. */
const setup = ({
  shared = [],
  isolates = true,
  hasRoom = true,
  hasWorker = true,
  isOutdated = false,
}: Setup = {}) => {
  const app = setupApp()
  const events: string[] = []
  let announce: () => void = () => undefined
  const link: ServiceWorkerLink = {
    bypassed: false,
    isolates: () => Promise.resolve(isolates),
    onUpdate: (listener) => (announce = listener),
    lookForUpdate: () => {
      events.push('look for update')
      return Promise.resolve()
    },
    takeOver: () => Promise.resolve(events.push('take over') > 0),
    keepEngine: () => {
      events.push('keep engine')
      return Promise.resolve()
    },
  }
  const site = createSite({
    running: app,
    ...unknownDevice(),
    registerServiceWorker: () => Promise.resolve(hasWorker ? link : null),
    findsNewerDeployment: () => Promise.resolve(isOutdated),
    inbox: {
      take: () => Promise.resolve(shared),
      put: (files) => {
        events.push(`carry ${files.map(({ name }) => name).join(' ')}`)
        return Promise.resolve(hasRoom)
      },
    },
    installOffer: { onChange: () => undefined, take: () => Promise.resolve() },
    network: silentNetwork,
    onLaunchedFiles: () => undefined,
    probeIsolation: () => firstVisit,
    reloadForIsolation: () => events.push('reload for isolation'),
    reload: () => events.push('reload'),
    isTouched: () => false,
    isScripted: () => false,
    allowedOrigins: { read: () => [], write: () => undefined },
  })
  return { app, site, events, announce: () => announce(), update: () => site.store.getState().update.kind }
}

test('an untouched first visit is reloaded for isolation', async () => {
  const { site, events } = setup()
  await site.start()
  expect(events).toEqual(['reload for isolation'])
})

test('a page with a shared picture or an edited tag is not', async () => {
  const shared = setup({ shared: [new File([], 'shared.png')] })
  await shared.site.start()
  expect(shared.app.phases()).toEqual(['shared.png waiting'])
  expect(shared.events).toEqual(['keep engine'])

  const edited = setup()
  edited.app.actions.addTags('sunset')
  await edited.site.start()
  expect(edited.events).toEqual(['keep engine'])
})

test('a new version waits until it is wanted, and then takes the pictures along', async () => {
  const { app, site, events, announce, update } = setup({ isolates: false })
  await site.start()
  app.addPictures('a.png', 'b.png')
  announce()
  expect(update()).toBe('ready')
  expect(events).toEqual(['keep engine'])
  await site.actions.applyUpdate()
  expect(events.slice(1)).toEqual(['carry a.png b.png', 'take over', 'reload'])
})

test('where pictures cannot be carried over nothing is reloaded', async () => {
  const { app, site, events, announce, update } = setup({ isolates: false, hasRoom: false })
  await site.start()
  app.addPictures('a.png')
  announce()
  await site.actions.applyUpdate()
  expect(update()).toBe('no-room')
  expect(events).not.toContain('reload')
})

test('a part that a newer deployment has removed leads to the update, with the pictures', async () => {
  const { app, site, events, update } = setup({ hasWorker: false, isOutdated: true })
  await site.start()
  app.addPictures('a.png')
  site.actions.reportFault(new PartNotLoaded(new Error('404'), () => undefined))
  await app.settle()
  expect(update()).toBe('ready')
  await site.actions.applyUpdate()
  expect(events).toEqual(['carry a.png', 'reload'])
})

test('a missing part has a service worker look for a new version; any other fault is no reason to', async () => {
  const { app, site, events, update } = setup({ isolates: false })
  await site.start()
  site.actions.reportFault(new TypeError('of ours'))
  await app.settle()
  expect(events).toEqual(['keep engine'])
  site.actions.reportFault(new PartNotLoaded(new Error('404'), () => undefined))
  await app.settle()
  expect(events).toEqual(['keep engine', 'look for update'])
  expect(update()).toBe('none')
})
