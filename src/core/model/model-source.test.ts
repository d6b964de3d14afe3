import { expect, it } from 'vitest'
import { sourceName } from './model-source'

it.each([
  ['https://hub.example/owner/clip/resolve/main', 'owner/clip'],
  ['https://hub.example/mirror/owner/clip/resolve/v1.0/', 'owner/clip'],
  ['https://host.example/models/clip-b32', 'clip-b32'],
  ['https://host.example/models/clip-b32/?download=true#top', 'clip-b32'],
  ['https://host.example/', 'https://host.example/'],
])('a model at %s is called %s', (baseUrl, name) => {
  expect(sourceName({ kind: 'url', baseUrl })).toBe(name)
})
