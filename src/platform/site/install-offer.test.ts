import { expect, test } from 'vitest'
import { watchInstallOffer } from './install-offer'

test('an offer is kept, shown once when it is taken, and then gone', async () => {
  const install = watchInstallOffer()
  const offered: boolean[] = []
  install.onChange((value) => offered.push(value))
  let prompts = 0
  const event = new Event('beforeinstallprompt', { cancelable: true })
  window.dispatchEvent(Object.assign(event, { prompt: () => Promise.resolve((prompts += 1)) }))
  expect(event.defaultPrevented).toBe(true)
  await install.take()
  await install.take()
  expect(prompts).toBe(1)
  expect(offered.slice(0, 2)).toEqual([true, false])
  expect(offered.at(-1)).toBe(false)
})
