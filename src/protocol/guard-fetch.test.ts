import { expect, test } from 'vitest'
import type { NetworkEntry } from '../core/network/network-entry'
import { guardFetch } from './guard-fetch'

const setup = (on: boolean, ownAreTold = false) => {
  const asked: string[] = []
  const entries: NetworkEntry[] = []
  const scope = {
    fetch: (input: RequestInfo | URL) => {
      const url = input instanceof Request ? input.url : String(input)
      asked.push(url)
      return url.includes('lost')
        ? Promise.reject(new TypeError('no network'))
        : Promise.resolve(new Response('12345', { headers: { 'content-length': '5' } }))
    },
  }
  guardFetch(scope, {
    airplane: { isOn: () => Promise.resolve(on), set: () => Promise.resolve(), onChange: () => undefined },
    asker: 'inference',
    home: 'https://home.example/taglens/',
    report: (entry) => entries.push(entry),
    ownAreTold,
  })
  const brief = () => entries.map(({ url, outcome, bytes }) => `${outcome} ${url} ${bytes ?? '?'}`)
  return { scope, asked, brief }
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
  const { scope, brief } = setup(false, true)
  await scope.fetch('https://home.example/taglens/config.json')
  await scope.fetch('https://hub.example/model.onnx')
  await expect(scope.fetch('https://home.example/lost')).rejects.toThrow('no network')
  expect(brief()).toEqual(['answered https://hub.example/model.onnx 5', 'failed https://home.example/lost ?'])
})
