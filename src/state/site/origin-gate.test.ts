import { expect, test } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { createOriginGate } from './origin-gate'
import type { SiteState } from './site'

/** @param keep what storage holds once origins were written to it. */
const setup = (kept: readonly string[] = [], keep = (origins: readonly string[]) => origins) => {
  let stored = kept
  const store = createStore<SiteState>(() => ({
    update: { kind: 'none' },
    canInstall: false,
    airplane: false,
    network: [],
    sent: { kind: 'none' },
    askingOrigin: null,
    allowedOrigins: kept,
  }))
  const parts = createOriginGate(store, {
    read: () => stored,
    write: (origins) => (stored = keep(origins)),
  })
  const heard: string[] = []
  return {
    ...parts.actions,
    isAllowed: parts.gate.isAllowed,
    ask: (origin: string) => {
      parts.gate.ask(origin, () => heard.push(origin))
    },
    asking: () => store.getState().askingOrigin,
    listed: () => store.getState().allowedOrigins,
    heard,
    storeElsewhere: (origins: readonly string[]) => (stored = origins),
  }
}
const first = 'https://first.example'
const second = 'https://second.example'

test('a site is allowed by the person alone, hears of it, and stays allowed', () => {
  const site = setup()
  site.ask(first)
  expect([site.asking(), site.isAllowed(first), site.heard]).toEqual([first, false, []])
  site.allowOrigin()
  expect([site.asking(), site.isAllowed(first), site.heard]).toEqual([null, true, [first]])
  expect(site.isAllowed(second)).toBe(false)
  site.removeOrigin(first)
  expect([site.isAllowed(first), site.listed()]).toEqual([false, []])
})

test('one question stands at a time, and another site cannot change what is agreed to', () => {
  const site = setup()
  site.ask(first)
  site.ask(second)
  expect(site.asking()).toBe(first)
  site.allowOrigin()
  expect([site.isAllowed(second), site.heard]).toEqual([false, [first]])
})

test('a site that was put off is not asked about again', () => {
  const site = setup()
  site.ask(first)
  site.refuseOrigin()
  site.ask(first)
  expect(site.asking()).toBeNull()
  site.allowOrigin()
  expect([site.isAllowed(first), site.heard]).toEqual([false, []])
})

test('a site that asks a thousand times hears once', () => {
  const site = setup()
  for (let i = 0; i < 1000; i += 1) site.ask(first)
  site.allowOrigin()
  expect(site.heard).toEqual([first])
})

test('what another tab has taken back is not allowed here', () => {
  const site = setup([first, second])
  site.storeElsewhere([second])
  expect([site.isAllowed(first), site.isAllowed(second)]).toEqual([false, true])
  site.storeElsewhere([])
  expect(site.isAllowed(second)).toBe(false)
})

test('where nothing can be kept, what was allowed holds as long as the page', () => {
  const site = setup([], () => [])
  site.ask(first)
  site.allowOrigin()
  expect(site.isAllowed(first)).toBe(true)
  site.removeOrigin(first)
  expect(site.isAllowed(first)).toBe(false)
})
