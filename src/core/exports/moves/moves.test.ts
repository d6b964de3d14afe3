import { describe, expect, it } from 'vitest'
import {
  crashAt,
  countSteps,
  expectAsBefore,
  expectMoved,
  expectNothingLost,
  failAt,
  setupMoves,
  type Moving,
} from '../../../testing/fakes/moves/moving'
import { isOver } from './move-records'
import { planMoves } from './plan-moves'

describe.each(['copy', 'move'] as const)('%s', (kind) => {
  it('brings pictures into a folder of its own, none over another, and all of it is taken back', async () => {
    const job = await setupMoves(kind)
    expect(await job.run()).toBeNull()
    expectMoved(job, kind)
    job.turnBack()
    expect(await job.run()).toBeNull()
    expectAsBefore(job)
    expect(job.states()).toEqual(['undone', 'undone', 'undone', 'undone'])
  })

  describe.each([false, true])('bytes written in place: %s', (writesInPlace) => {
    const make = () => setupMoves(kind, { writesInPlace })

    it('loses nothing where the process ends before or after any step, and is finished or taken back', async () => {
      const steps = await countSteps(make, () => Promise.resolve())
      expect(steps).toBeGreaterThan(50)
      for (let at = 1; at <= steps; at += 1)
        for (const side of ['before', 'after'] as const)
          for (const then of ['finish', 'take back'] as const) {
            const job = await make()
            job.breakAt(crashAt(at, side))
            await job.run()
            expectNothingLost(job)
            job.heal()
            if (then === 'take back') job.turnBack()
            expect(await job.run()).toBeNull()
            expectNothingLost(job)
            if (then === 'finish') expect(job.states()).toEqual(['done', 'done', 'done', 'done'])
            if (writesInPlace) continue
            if (then === 'finish') expectMoved(job, kind)
            else expectAsBefore(job)
          }
    })

    it('loses nothing where it ends while it is taken back, and goes on with that', async () => {
      const done = async (job: Moving) => {
        await job.run()
        job.turnBack()
      }
      const steps = await countSteps(make, done)
      for (let at = 1; at <= steps; at += 1)
        for (const side of ['before', 'after'] as const) {
          const job = await make()
          await done(job)
          job.breakAt(crashAt(at, side))
          await job.run()
          expectNothingLost(job)
          job.heal()
          expect(await job.run()).toBeNull()
          expectNothingLost(job)
          if (!writesInPlace) expectAsBefore(job)
        }
    })

    it.each(['InvalidStateError', 'QuotaExceededError', 'NotAllowedError'])(
      'loses nothing where any one step fails by %s',
      async (name) => {
        const steps = await countSteps(make, () => Promise.resolve())
        for (let at = 1; at <= steps; at += 1)
          for (const side of ['before', 'after'] as const) {
            const job = await make()
            job.breakAt(failAt(at, side, name))
            await job.run()
            expectNothingLost(job)
            job.heal()
            await job.run()
            expectNothingLost(job)
            expect([...job.journal.values()].every((record) => isOver(record, 'forward'))).toBe(true)
            job.turnBack()
            await job.run()
            expectNothingLost(job)
          }
      },
    )
  })
})

describe('what has changed meanwhile', () => {
  it('is not copied where a picture has other bytes than those that were judged', async () => {
    const job = await setupMoves('move')
    job.disk.put('pictures/a.jpg', 'edited')
    job.disk.remove('pictures/day 2/c.jpg')
    await job.run()
    expect([...job.journal.values()].map(({ state, why }) => why ?? state)).toEqual([
      'changed',
      'done',
      'done',
      'gone',
    ])
    expect(job.disk.files().get('pictures/a.jpg')).toBe('edited')
  })

  it('is left as it is when a job is taken back', async () => {
    const job = await setupMoves('move')
    await job.run()
    job.disk.put('Sorted (2)/dog/b.jpg', 'cropped')
    job.disk.put('pictures/a.jpg', 'another picture')
    job.disk.remove('Sorted (2)/car/c.jpg')
    job.turnBack()
    await job.run()
    expect([...job.journal.values()].map(({ state, why }) => why ?? state)).toEqual([
      'taken',
      'changed',
      'undone',
      'gone',
    ])
    const files = job.disk.files()
    expect(files.get('pictures/a.jpg')).toBe('another picture')
    expect(files.get('Sorted (2)/car/a.jpg')).toBe('bytes of a.jpg')
    expect(files.get('Sorted (2)/dog/b.jpg')).toBe('cropped')
    expect(files.get('pictures/day 1/a.jpg')).toBe('bytes of day 1/a.jpg')
  })

  it('keeps a copy whose first file has gone since: nothing says that there is another', async () => {
    const job = await setupMoves('copy')
    await job.run()
    job.disk.remove('pictures/a.jpg')
    job.turnBack()
    await job.run()
    expect(job.disk.files().get('Sorted (2)/car/a.jpg')).toBe('bytes of a.jpg')
  })

  it('is no copy where something came between: it gets a name of its own', async () => {
    const job = await setupMoves('copy')
    job.disk.put('Sorted (2)/car/a.jpg', 'came between')
    await job.run()
    const files = job.disk.files()
    expect(files.get('Sorted (2)/car/a.jpg')).toBe('came between')
    expect([...files.values()].filter((bytes) => bytes === 'bytes of a.jpg')).toHaveLength(2)
    expect(job.states()).toEqual(['done', 'done', 'done', 'done'])
  })
})

describe('a plan', () => {
  it('says how many go into each folder, and which a move can only copy', () => {
    const labelled = (path: string, label: string | null) => ({
      ...{ path, sha256: null, size: null, state: 'read' as const, source: 'model' as const },
      labels: label === null ? [] : [{ label, confidence: 1, source: 'model' as const }],
    })
    const { folders, copiedOnly, records } = planMoves([
      { labelled: labelled('x/CON.jpg', 'a/b'), from: null },
      { labelled: labelled('y/con.jpg', 'a/b'), from: { folder: 0, path: 'con.jpg' } },
      { labelled: labelled('z.jpg', null), from: null },
    ])
    expect([...folders]).toEqual([
      ['a_b', 2],
      ['_none', 1],
    ])
    expect(copiedOnly).toBe(2)
    expect(records.map(({ to }) => `${to.folder}/${to.name}`)).toEqual([
      'a_b/_CON.jpg',
      'a_b/_con (2).jpg',
      '_none/z.jpg',
    ])
  })
})
