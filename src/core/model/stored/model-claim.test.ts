import { expect, it } from 'vitest'
import { fileModelName, readClaim } from './model-claim'
import { HUB_HOST, identifyModel, type ModelSource } from '../model-source'

const hub: ModelSource = {
  kind: 'hub',
  host: HUB_HOST,
  id: 'Xenova/clip-vit-base-patch32',
  revision: 'main',
}

it.each<[string, ModelSource, boolean]>([
  ['a hub’s model', hub, true],
  ['an address', { kind: 'url', baseUrl: 'https://models.example/clip' }, true],
  ['the app’s own model', { kind: 'app', baseUrl: 'https://app.example/models/mini' }, false],
  ['a model of files', { kind: 'disk', id: 'clip' }, false],
  ['a host that is a script', { ...hub, host: 'javascript:alert(1)' }, false],
  ['a host with a user name', { ...hub, host: 'https://huggingface.co@evil.example' }, false],
  ['an id with a direction mark', { ...hub, id: 'Xenova/\u202eclip' }, false],
  ['an id without an end', { ...hub, id: 'x'.repeat(201) }, false],
])('a pack may say that it is %s', (_, source, isClaim) => {
  expect(readClaim(source, 'main') !== null).toBe(isClaim)
})

it.each([
  ['Xenova/clip-vit-base-patch32', 'clip-vit-base-patch32'],
  ['..\\models\\clip', 'clip'],
  ['\u202eB/\u202e\u0007clip', 'clip'],
  ['\u200b', 'model'],
  ['', 'model'],
])('files called %j are kept as %s', (name, kept) => {
  expect(fileModelName(name)).toBe(kept)
})

it('a model of files is who its file name says, whatever its config.json says', () => {
  const own = { name: 'CLIP ViT-B/32', revision: 'main' }
  const disk = { kind: 'disk', id: 'pack' } as const
  expect(identifyModel(disk, 'ab12', own)).toEqual({ id: 'file:pack', name: 'pack', revision: 'ab12' })
  expect(identifyModel(hub, 'ab12', own)).toEqual({ ...own, id: 'Xenova/clip-vit-base-patch32' })
})
