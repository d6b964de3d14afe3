import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { done } from '../../core/errors/outcome'
import { setupApp } from '../../testing/fakes/app-under-test'
import { encodedPicture } from '../../testing/fakes/fake-engine'

// A browser that decodes at a fraction.
beforeAll(() => {
  vi.stubGlobal('ImageDecoder', vi.fn())
})
afterAll(() => {
  vi.unstubAllGlobals()
})

const large = { ...encodedPicture('model-a'), width: 4000, height: 3000 }

/** The app after so many pictures were dropped, of which the first were encoded as these. */
const drop = async (count: number, encoded: readonly (typeof large)[], type = 'image/jpeg') => {
  const app = setupApp()
  await app.load()
  const files = Array.from({ length: count }, (_, i) => new File([`${i}`], `${i}.pic`, { type }))
  await app.actions.takeFiles(files, 'pictures')
  await app.settle()
  for (const [i, picture] of encoded.entries()) {
    app.engine.pictures[i]?.answer(done({ ...picture, sha256: `${i}` }))
    await app.settle()
  }
  return app
}

const eight = Array.from({ length: 8 }, () => large)

describe('large photographs', () => {
  it('that wait in numbers may be read faster, from now on and at later visits', async () => {
    const { state, written } = await drop(80, eight)
    const [notice] = state().notices
    expect(notice?.stays).toBe(true)
    notice?.action?.run?.()
    expect(state().settings.reading).toBe('fast')
    expect(written.at(-1)?.reading).toBe('fast')
  })

  it('are spoken of once, however many drops bring them', async () => {
    const app = await drop(80, [])
    const more = Array.from(
      { length: 80 },
      (_, i) => new File([`m${i}`], `m${i}.jpg`, { type: 'image/jpeg' }),
    )
    await app.actions.takeFiles(more, 'pictures')
    for (const [i, picture] of eight.entries()) {
      app.engine.pictures[i]?.answer(done({ ...picture, sha256: `${i}` }))
      await app.settle()
    }
    expect(app.state().notices).toHaveLength(1)
  })

  it('are spoken of where they came before the model', async () => {
    const app = setupApp()
    const files = Array.from({ length: 80 }, (_, i) => new File([`${i}`], `${i}.jpg`, { type: 'image/jpeg' }))
    await app.actions.takeFiles(files, 'pictures')
    await app.settle()
    await app.load()
    for (const [i, picture] of eight.entries()) {
      app.engine.pictures[i]?.answer(done({ ...picture, sha256: `${i}` }))
      await app.settle()
    }
    expect(app.state().notices).toHaveLength(1)
  })

  it.each([
    ['few wait', 40, eight, 'image/jpeg'],
    ['they are no photographs of that kind', 80, eight, 'image/png'],
    [
      'most are small',
      80,
      [...eight.slice(0, 3), ...eight.slice(3).map((each) => ({ ...each, width: 400 }))],
      'image/jpeg',
    ],
  ])('are not spoken of where %s', async (_what, count, encoded, type) => {
    const { state } = await drop(count, encoded, type)
    expect(state().notices).toEqual([])
  })

  it('are not spoken of again once the person has decided', async () => {
    const app = setupApp()
    app.actions.setReading('exact')
    await app.load()
    const files = Array.from({ length: 80 }, (_, i) => new File([`${i}`], `${i}.jpg`, { type: 'image/jpeg' }))
    await app.actions.takeFiles(files, 'pictures')
    await app.settle()
    for (const [i, picture] of eight.entries())
      app.engine.pictures[i]?.answer(done({ ...picture, sha256: `${i}` }))
    await app.settle()
    expect(app.state().notices).toEqual([])
  })

  it('that were read fast are read again where they are to be exact, and no others', async () => {
    const { actions, state, phases, settle } = await drop(2, [{ ...large, reducedBy: 2 }, large])
    expect(phases()).toEqual(['0.pic ready', '1.pic ready'])
    actions.setReading('fast')
    expect(phases()).toEqual(['0.pic ready', '1.pic ready'])
    actions.setReading('exact')
    await settle()
    expect(phases()).toEqual(['0.pic encoding', '1.pic ready'])
    expect(state().settings.reading).toBe('exact')
  })

  it('that are being read again stand as they were once that is taken back', async () => {
    const { actions, state, phases, settle } = await drop(2, [{ ...large, reducedBy: 2 }, large])
    actions.setReading('fast')
    const { again, takeBack } = actions.setReading('exact')
    await settle()
    expect([again, phases()]).toEqual([1, ['0.pic encoding', '1.pic ready']])
    takeBack()
    await settle()
    expect(phases()).toEqual(['0.pic ready', '1.pic ready'])
    expect([state().settings.reading, state().queue.kind]).toEqual(['fast', 'idle'])
  })
})
