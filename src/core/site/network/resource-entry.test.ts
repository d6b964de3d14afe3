import { expect, test } from 'vitest'
import { resourceToEntry, type ResourceFacts } from './resource-entry'

const context = (url: string) => {
  const { host } = new URL(url)
  return { url, host, isOwn: host === 'home.example', asker: 'page', began: 1000 } as const
}

const facts = (change: Partial<ResourceFacts> = {}): ResourceFacts => ({
  initiatorType: 'script',
  transferSize: 1300,
  encodedBodySize: 1000,
  responseStatus: 200,
  startTime: 5,
  ...change,
})

const brief = (url: string, change?: Partial<ResourceFacts>) => {
  const entry = resourceToEntry(facts(change), context(url))
  return entry && `${entry.outcome} ${entry.bytes ?? '?'}`
}

test('a file of the app is told with its bytes on the line, and when', () => {
  expect(resourceToEntry(facts(), context('https://home.example/taglens/a.js'))).toEqual({
    url: 'https://home.example/taglens/a.js',
    host: 'home.example',
    asker: 'page',
    outcome: 'answered',
    bytes: 1300,
    at: 1005,
  })
})

test.each([
  ['kept 1000', 'what was on the device', 'https://home.example/a.js', { transferSize: 0 }],
  [
    'answered 300',
    'what was asked about and has not changed',
    'https://home.example/a.js',
    { transferSize: 300 },
  ],
  ['failed ?', 'what no answer came to', 'https://home.example/a.js', { transferSize: 0, responseStatus: 0 }],
  [
    'answered ?',
    'a picture of another host',
    'https://other.example/a.png',
    { initiatorType: 'img', transferSize: 0 },
  ],
  [null, 'a fetch of another host, told by its guard', 'https://hub.example/m', { initiatorType: 'fetch' }],
  [null, 'a fetch that failed', 'https://home.example/m', { initiatorType: 'fetch', responseStatus: 0 }],
] as const)('%s: %s', (expected, _, name, change) => {
  expect(brief(name, change as Partial<ResourceFacts>)).toBe(expected)
})

test('a browser that does not say the status is believed', () => {
  const silent = { initiatorType: 'script', transferSize: 0, encodedBodySize: 0, startTime: 5 }
  expect(resourceToEntry(silent, context('https://home.example/a.js'))).toMatchObject({
    outcome: 'kept',
    bytes: null,
  })
})
