import { expect, it } from 'vitest'
import type { Milliseconds } from '../../core/brands'
import { done } from '../../core/errors/outcome'
import type { Reading } from '../../core/pixels/reduction'
import type { PicturePreparation, PreparedPicture } from '../../protocol/pixel-api'
import { unitVector } from '../../testing/fakes/fake-engine'
import { createLoadedModel } from '../../testing/loaded-model'
import { createStatsCounter } from '../engine-stats'
import type { InferenceHost } from '../workers/inference-host'
import type { PixelHost } from '../workers/pixel-host'
import { createModelSession } from './model-session'
import { createPictureCache } from './picture-cache'

/** A session whose worker reads what is to be read fast at a half, and says how each picture was read. */
const setup = () => {
  const prepared: Reading[] = []
  const picture = (reading: Reading): PreparedPicture => ({
    ...{ width: 4000, height: 3000, reducedBy: reading === 'fast' ? 2 : 1, isShowable: true, noisy: false },
    ...{ thumbnail: new Blob(), photographic: true, frame: { left: 0, top: 0, width: 1, height: 1 } },
    ...{ tensor: new Float32Array(3), time: 1 as Milliseconds },
  })
  const pixels = {
    identify: (_picture: Blob, name: string) => Promise.resolve(done(name)),
    prepare: (_picture: Blob, _name: string, { reading }: PicturePreparation) => {
      prepared.push(reading)
      return Promise.resolve(done(picture(reading)))
    },
    // Only these are asked of a host.
  } as unknown as PixelHost
  const host = {
    model: () => createLoadedModel(),
    embedPictures: (tensors: readonly Float32Array[]) =>
      Promise.resolve(done(tensors.map(() => ({ kind: 'embedding', embedding: unitVector(1, 0, 0) })))),
  } as unknown as InferenceHost
  const nothing = () => Promise.resolve(null)
  const session = createModelSession(host, pixels, createPictureCache(), createStatsCounter(), null, nothing)
  const read = async (name: string, reading?: Reading) => {
    const { signal } = new AbortController()
    const outcome = await session.embedPicture(new Blob(), name, { signal, ...(reading && { reading }) })
    return outcome.kind === 'done' ? outcome.value.reducedBy : outcome
  }
  return { read, prepared }
}

it('encodes a picture that was read fast again where it is to be exact, and then never again', async () => {
  const { read, prepared } = setup()
  expect(await read('a', 'fast')).toBe(2)
  expect(await read('a', 'fast')).toBe(2)
  expect(await read('a')).toBe(1)
  expect(await read('a', 'fast')).toBe(1)
  expect(await read('a', 'exact')).toBe(1)
  expect(prepared).toEqual(['fast', 'exact'])
})
