import { expect, test } from 'vitest'
import type { NetworkEntry } from '../core/site/network/network-entry'
import { guardFetch } from './guard-fetch'

/** A browser's `fetch` as far as the guard sees it, with where each address leads. */
const setup = (
  on: boolean,
  { ownAreTold = false, leads = {} }: { ownAreTold?: boolean; leads?: Readonly<Record<string, string>> } = {},
) => {
  const asked: string[] = []
  const entries: NetworkEntry[] = []
  const listeners = new Set<(on: boolean) => void>()
  let isOn = on
  const scope = {
    fetch: (input: RequestInfo | URL, init?: RequestInit) => {
      const url = input instanceof Request ? input.url : String(input)
      asked.push(url)
      const to = leads[url] ?? url
      if (url.includes('lost') || (to !== url && init?.redirect === 'error'))
        return Promise.reject(new TypeError('no network'))
      const body = new ReadableStream<Uint8Array>({
        start: (controller) => {
          controller.enqueue(new Uint8Array(5))
          if (!url.includes('endless')) controller.close()
          init?.signal?.addEventListener('abort', () => {
            controller.error(init.signal?.reason)
          })
        },
      })
      const response = new Response(body, { headers: { 'content-length': '5' } })
      Object.defineProperty(response, 'url', { value: to.startsWith('http') ? to : '' })
      return Promise.resolve(response)
    },
  }
  guardFetch(scope, {
    airplane: {
      isOn: () => Promise.resolve(isOn),
      set: () => Promise.resolve(),
      onChange: (listener) => listeners.add(listener),
    },
    asker: 'inference',
    home: 'https://home.example/taglens/',
    report: (entry) => entries.push(entry),
    ownAreTold,
  })
  const brief = () => entries.map(({ url, outcome, bytes }) => `${outcome} ${url} ${bytes ?? '?'}`)
  const turnOn = () => {
    isOn = true
    for (const listener of listeners) listener(true)
  }
  return { scope, asked, brief, turnOn }
}

test('with the switch on nothing is asked of another host, and the app’s own files still are', async () => {
  const { scope, asked, brief } = setup(true)
  const refused = await scope.fetch('https://hub.example/model.onnx')
  expect(refused.ok).toBe(false)
  await scope.fetch('data:text/plain,hello')
  await scope.fetch(new Request('https://home.example/taglens/config.json'))
  expect(asked).toEqual(['data:text/plain,hello', 'https://home.example/taglens/config.json'])
  expect(brief()).toEqual([
    'refused https://hub.example/model.onnx ?',
    'answered https://home.example/taglens/config.json 5',
  ])
})

test('every request is reported with what became of it, and what lies in memory is none', async () => {
  const { scope, brief } = setup(false)
  await scope.fetch('https://hub.example/model.onnx')
  await expect(scope.fetch('https://lost.example/')).rejects.toThrow('no network')
  await scope.fetch('data:text/plain,hello')
  expect(brief()).toEqual(['answered https://hub.example/model.onnx 5', 'failed https://lost.example/ ?'])
})

test('what is told elsewhere is not told twice, but for what fails', async () => {
  const { scope, brief } = setup(false, { ownAreTold: true })
  await scope.fetch('https://home.example/taglens/config.json')
  await scope.fetch('https://hub.example/model.onnx')
  await expect(scope.fetch('https://home.example/lost')).rejects.toThrow('no network')
  expect(brief()).toEqual(['answered https://hub.example/model.onnx 5', 'failed https://home.example/lost ?'])
})

test('turning the switch on cuts what another host is sending, and nothing of the app’s own', async () => {
  const home = 'https://home.example/taglens'
  const leads = { [`${home}/endless-led`]: 'https://cdn.example/endless' }
  const { scope, turnOn } = setup(false, { leads })
  const theirs = await scope.fetch('https://hub.example/endless')
  const own = await scope.fetch(`${home}/endless-own`)
  const led = await scope.fetch(`${home}/endless-led`)
  turnOn()
  await expect(theirs.text()).rejects.toMatchObject({ name: 'AbortError' })
  await expect(led.text()).rejects.toMatchObject({ name: 'AbortError' })
  const reader = own.body!.getReader()
  expect((await reader.read()).value).toHaveLength(5)
})

test('a signal of the caller’s is kept', async () => {
  const { scope } = setup(false)
  const stop = new AbortController()
  const response = await scope.fetch('https://hub.example/endless', { signal: stop.signal })
  stop.abort()
  await expect(response.text()).rejects.toMatchObject({ name: 'AbortError' })
})

test('with the switch on the app’s own host leads to no other', async () => {
  const home = 'https://home.example/taglens/config.json'
  const { scope, brief } = setup(true, { leads: { [home]: 'https://elsewhere.example/' } })
  await expect(scope.fetch(home)).rejects.toThrow('no network')
  expect(brief()).toEqual([`failed ${home} ?`])
})

test('an answer from where a host has sent us is told of both hosts', async () => {
  const [asked, cdn] = ['https://hub.example/model.onnx', 'https://cdn.example/signed']
  const [own, other] = ['https://home.example/taglens/a', 'https://elsewhere.example/a']
  const { scope, brief } = setup(false, { ownAreTold: true, leads: { [asked]: cdn, [own]: other } })
  await scope.fetch(asked)
  await scope.fetch(own)
  expect(brief()).toEqual([
    `redirected ${asked} ?`,
    `answered ${cdn} 5`,
    `redirected ${own} ?`,
    `answered ${other} 5`,
  ])
})
