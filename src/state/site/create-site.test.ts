import { expect, test } from 'vitest'
import { done } from '../../core/errors/outcome'
import type { CarriedPage } from '../../platform/site/carried-page'
import type { SentPictures } from '../../platform/pictures/picture-inbox'
import type { ServiceWorkerLink } from '../../platform/site/service-worker'
import { setupApp, source } from '../../testing/fakes/app-under-test'
import { encodedPicture } from '../../testing/fakes/fake-engine'
import { emptyCarrier, emptyScreen, silentNetwork, unknownDevice } from '../../testing/fakes/fake-site'
import { createLoadedModel } from '../../testing/loaded-model'
import { createSite } from './create-site'

const firstVisit = { isolated: false, triedBefore: false, held: false, cores: 8 }

interface Setup {
  readonly sent?: SentPictures
  readonly leftBehind?: readonly CarriedPage[]
  readonly isolates?: boolean
  readonly hasRoom?: boolean
  readonly hasWorker?: boolean
  readonly isOutdated?: boolean
  readonly scripted?: boolean
}

/** The site over the real state, with a service worker that does as it is told and a list of what happened. */
const setup = ({
  sent = { files: [], leftOut: 0 },
  leftBehind = [],
  isolates = true,
  hasRoom = true,
  hasWorker = true,
  isOutdated = false,
  scripted = false,
}: Setup = {}) => {
  const events: string[] = []
  const carried: CarriedPage[] = []
  const app = setupApp(null, undefined, (signal) => site.isolate(signal))
  let announce: () => void = () => undefined
  let missPart: () => void = () => undefined
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
    faults: { note: () => undefined, read: () => [], onPartMissing: (listener) => (missPart = listener) },
    registerServiceWorker: () => Promise.resolve(hasWorker ? link : null),
    findsNewerDeployment: () => Promise.resolve(isOutdated),
    inbox: { take: () => Promise.resolve(sent) },
    carrier: {
      ...emptyCarrier,
      put: (page) => {
        events.push(`carry ${page.pictures.map(({ name }) => name).join(' ')}`.trim())
        if (hasRoom) carried.push(page)
        return Promise.resolve(hasRoom)
      },
      takeLeftBehind: () => Promise.resolve(leftBehind),
      discard: () => {
        events.push('discard')
        return Promise.resolve()
      },
    },
    readScreen: () => emptyScreen,
    installOffer: { onChange: () => undefined, take: () => Promise.resolve() },
    network: silentNetwork,
    onLaunchedFiles: () => undefined,
    probeIsolation: () => firstVisit,
    rememberIsolation: () => true,
    openAgain: () => {
      events.push('open again')
      // As a browser does: nothing goes on.
      return new Promise(() => undefined)
    },
    isScripted: () => scripted,
    allowedOrigins: { read: () => [], write: () => undefined },
  })
  return {
    app,
    site,
    events,
    carried,
    announce: () => announce(),
    missPart: () => missPart(),
    update: () => site.store.getState().update.kind,
  }
}

test('a first visit stays', async () => {
  const { site, events } = setup()
  await site.start()
  expect(events).toEqual(['keep engine'])
})

test('a picture that was sent is on the page once it is agreed to, and the page stays while that is asked', async () => {
  const { site, events, app } = setup({ sent: { files: [new File([], 'sent.png')], leftOut: 2 } })
  await site.start()
  void app.actions.loadModel(source)
  await expect.poll(() => app.engine.loads).toHaveLength(1)
  expect(events).not.toContain('open again')
  expect(app.phases()).toEqual([])
  expect(site.store.getState().sent).toEqual({ kind: 'asking', count: 1, leftOut: 2 })
  site.actions.addSent()
  expect(app.phases()).toEqual(['sent.png waiting'])
  site.actions.addSent()
  expect(app.phases()).toHaveLength(1)
})

test('before a model is loaded the page is opened again, with pictures, tags and the model', async () => {
  const { app, site, events, carried } = setup()
  await site.start()
  app.addPictures('a.png')
  app.actions.addTags('sunset')
  void app.actions.loadModel(source)
  await expect.poll(() => events.slice(1)).toEqual(['carry a.png', 'open again'])
  expect(app.engine.loads).toEqual([])

  const next = setup()
  for (const page of carried) next.app.restore(page)
  expect(next.app.phases()).toEqual(['a.png waiting'])
  expect(next.app.state().tags.at(-1)?.text).toBe('sunset')
  expect(next.app.state().selection).toEqual(app.state().selection)
  expect(carried[0]?.load?.source).toEqual(source)
})

test.each<[string, Setup]>([
  ['a program has asked for the page', { scripted: true }],
  ['the service worker isolates nothing', { isolates: false }],
  ['there is no room for the pictures', { hasRoom: false }],
])('where %s, the model is loaded as it is', async (_why, how) => {
  const { app, site, events } = setup(how)
  await site.start()
  app.addPictures('a.png')
  void app.actions.loadModel(source)
  await expect.poll(() => app.engine.loads).toHaveLength(1)
  expect(events).not.toContain('open again')
})

test('what was encoded need not be again, but by another version', async () => {
  const { app, site, events, carried } = setup()
  await site.start()
  app.actions.loadBuiltIn()
  app.engine.loads[0]?.answer(done(createLoadedModel()))
  await app.settle()
  app.addPictures('a.png')
  app.engine.pictures[0]?.answer(done(encodedPicture(createLoadedModel().key)))
  await app.settle()
  expect(app.phases()).toEqual(['a.png ready'])
  void site.actions.applyUpdate()
  await expect.poll(() => events).toContain('open again')
  void app.actions.loadModel({ kind: 'url', baseUrl: 'https://models.example/b' })
  await expect.poll(() => carried).toHaveLength(2)
  const phasesAfter = carried.map((page) => {
    const next = setup()
    next.app.restore(page)
    return next.app.phases()
  })
  expect(phasesAfter).toEqual([['a.png waiting'], ['a.png ready']])
})

test('what a crash has left behind comes back', async () => {
  const before = setup()
  await before.site.start()
  before.app.addPictures('a.png')
  void before.app.actions.loadModel(source)
  await expect.poll(() => before.carried).toHaveLength(1)
  const { app, site } = setup({ leftBehind: before.carried })
  await site.start()
  expect(app.phases()).toEqual(['a.png waiting'])
})

test('a new version waits until it is wanted, and then takes the pictures along', async () => {
  const { app, site, events, announce, update } = setup({ isolates: false })
  await site.start()
  app.addPictures('a.png', 'b.png')
  announce()
  expect(update()).toBe('ready')
  expect(events).toEqual(['keep engine'])
  void site.actions.applyUpdate()
  await expect.poll(() => events.slice(1)).toEqual(['carry a.png b.png', 'take over', 'open again'])
})

test('where pictures cannot be carried over nothing is reloaded', async () => {
  const { app, site, events, announce, update } = setup({ isolates: false, hasRoom: false })
  await site.start()
  app.addPictures('a.png')
  announce()
  await site.actions.applyUpdate()
  expect(update()).toBe('no-room')
  expect(events).not.toContain('open again')
})

test('a part that a newer deployment has removed leads to the update, with the pictures', async () => {
  const { app, site, events, update, missPart } = setup({ hasWorker: false, isOutdated: true })
  await site.start()
  app.addPictures('a.png')
  missPart()
  await app.settle()
  expect(update()).toBe('ready')
  void site.actions.applyUpdate()
  await expect.poll(() => events).toEqual(['carry a.png', 'open again'])
})

test('a missing part has a service worker look for a new version; any other fault is no reason to', async () => {
  const { app, site, events, update, missPart } = setup({ isolates: false })
  await site.start()
  site.actions.reportFault(new TypeError('of ours'))
  await app.settle()
  expect(events).toEqual(['keep engine'])
  missPart()
  await app.settle()
  expect(events).toEqual(['keep engine', 'look for update'])
  expect(update()).toBe('none')
})
