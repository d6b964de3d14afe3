import { describe, expect, it } from 'vitest'
import type { Milliseconds, UnitVector } from '../../core/brands'
import { done } from '../../core/errors/outcome'
import type { Extent } from '../../core/pixels/crops/extent'
import { frameOfCrops, planCrops } from '../../core/pixels/crops/plan-crops'
import type { Reading } from '../../core/pixels/reduction'
import { planResize } from '../../core/pixels/resize/resize-plan'
import type { PicturePreparation, PreparedPicture } from '../../protocol/pixel-api'
import { unitVector } from '../../testing/fakes/fake-engine'
import { createLoadedModel } from '../../testing/loaded-model'
import { createStatsCounter } from '../engine-stats'
import type { InferenceHost } from '../workers/inference-host'
import type { PixelHost } from '../workers/pixel-host'
import { createModelSession, type PictureMemory } from './model-session'
import { createPictureCache } from './picture-cache'

const sizeOf = (name: string): readonly [number, number] => (name === 'wide' ? [4000, 1000] : [4000, 3000])

/** What is made of crop number `i`. */
const vectorOf = (i: number): UnitVector => (i === 0 ? unitVector(1, 0, 0) : unitVector(0, 1, 0))

/**
 * A session whose worker reads what is to be read fast at a half, and says how each picture was read; its crops are their
 * numbers.
 */
const setup = (recall: PictureMemory['recall'] = () => Promise.resolve(null)) => {
  const prepared: string[] = []
  /** Names of files, each as often as it was read. */
  const reads: string[] = []
  const ran: number[] = []
  let extent: Extent = 'middle'
  const picture = (name: string, { reading, recipe }: PicturePreparation): PreparedPicture => {
    const [width, height] = sizeOf(name)
    const middle = planResize(width, height, recipe.fit)
    const crops = recipe.extent === 'whole' ? planCrops(middle) : [middle]
    const [tensor = new Float32Array(), ...more] = crops.map((_crop, i) => Float32Array.of(i))
    return {
      ...{ width, height, reducedBy: reading === 'fast' ? 2 : 1, isShowable: true, noisy: false },
      ...{ thumbnail: new Blob(), photographic: true, frame: frameOfCrops(crops) },
      ...{ tensor, ...(more.length > 0 && { more }), time: 1 as Milliseconds },
    }
  }
  const pixels = {
    identify: (_picture: Blob, name: string) => {
      reads.push(name)
      return Promise.resolve(done(name))
    },
    prepare: (_picture: Blob, name: string, preparation: PicturePreparation) => {
      reads.push(name)
      prepared.push(preparation.reading)
      const sha256 = preparation.identifies && { sha256: name }
      return Promise.resolve(done({ ...sha256, ...picture(name, preparation) }))
    },
    // Only these are asked of a host.
  } as unknown as PixelHost
  const host = {
    model: () => createLoadedModel({ key: 'clip' }),
    embedPictures: (tensors: readonly Float32Array[]) => {
      ran.push(tensors.length)
      return Promise.resolve(
        done(tensors.map(([i = 0]) => ({ kind: 'embedding', embedding: vectorOf(i) }) as const)),
      )
    },
  } as unknown as InferenceHost
  const memory = { cache: createPictureCache(), recall }
  const session = createModelSession(host, pixels, memory, createStatsCounter(), null, () => extent)
  const encode = async (
    name: string,
    options: { readonly reading?: Reading; readonly extent?: Extent } = {},
  ) => {
    const { signal } = new AbortController()
    const outcome = await session.embedPicture(new Blob(), name, { signal, ...options })
    if (outcome.kind !== 'done') throw new Error(outcome.kind)
    return outcome.value
  }
  return {
    ...{ encode, prepared, reads, memory },
    crops: () => ran.splice(0).reduce((sum, count) => sum + count, 0),
    lookOver: (next: Extent) => {
      extent = next
    },
  }
}

it('encodes a picture that was read fast again where it is to be exact, and then never again', async () => {
  const { encode, prepared } = setup()
  const read = async (reading?: Reading) => (await encode('a', reading && { reading })).reducedBy
  expect(await read('fast')).toBe(2)
  expect(await read('fast')).toBe(2)
  expect(await read()).toBe(1)
  expect(await read('fast')).toBe(1)
  expect(await read('exact')).toBe(1)
  expect(prepared).toEqual(['fast', 'exact'])
})

it('reads a file once when those before it were new too, and encodes nothing twice for it', async () => {
  const { encode, reads, crops } = setup()
  const readsOf = async (name: string) => {
    reads.splice(0)
    const { sha256 } = await encode(name)
    expect(sha256).toBe(name)
    return reads.length
  }
  expect(await readsOf('first')).toBe(2)
  for (let i = 0; i < 20; i += 1) await encode(`new ${i}`)
  expect(await readsOf('another')).toBe(1)
  expect(crops()).toBe(22)
  expect([await readsOf('first'), await readsOf('new 1'), crops()]).toEqual([1, 1, 0])
  // After one that was known the next is not taken for new.
  expect(await readsOf('late')).toBe(2)
})

describe('all of a long picture', () => {
  it('is the mean of what its crops are, by a key of its own', async () => {
    const { encode, crops, lookOver } = setup()
    const middle = await encode('wide')
    expect([crops(), middle.modelKey]).toEqual([1, 'clip'])
    lookOver('whole')
    const whole = await encode('wide')
    expect(whole.modelKey).toBe('clip|whole1')
    // Of 4:1 six crops: one sees one thing, five the other.
    expect(crops()).toBe(6)
    const [x = 0, y = 0] = whole.kind === 'embedding' ? whole.embedding : []
    expect([Math.hypot(x, y), y / x]).toEqual([expect.closeTo(1), expect.closeTo(5)])
  })

  it('is encoded once, and never taken for its middle, whatever calls ask for', async () => {
    const { encode, crops } = setup()
    const keys: string[] = []
    for (const extent of ['whole', 'middle', 'whole', 'middle'] as const)
      keys.push((await encode('wide', { extent })).modelKey)
    expect(keys).toEqual(['clip|whole1', 'clip', 'clip|whole1', 'clip'])
    expect(crops()).toBe(7)
  })

  it('is not taken for the middle that an earlier visit has kept', async () => {
    const asked: string[] = []
    const { encode, crops } = setup((key) => {
      asked.push(key)
      return Promise.resolve(null)
    })
    await encode('wide', { extent: 'whole' })
    expect(asked).toEqual(['clip|whole1', 'clip'])
    expect(crops()).toBe(6)
  })

  it('is what the middle is where the picture is not long: nothing is run again', async () => {
    const { encode, crops, lookOver } = setup()
    await encode('a')
    lookOver('whole')
    expect((await encode('a')).modelKey).toBe('clip|whole1')
    expect(crops()).toBe(1)
  })
})
