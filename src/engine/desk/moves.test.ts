import { expect, test } from 'vitest'
import type { MoveRecord } from '../../core/exports/moves/move-records'
import type { FolderJob } from '../../protocol/move-api'
import { uniqueRoot, valueOf, visit } from '../../testing/desk-visits'

const COUNT = 60

const write = async (folder: FileSystemDirectoryHandle, name: string, text: string) => {
  const writable = await (await folder.getFileHandle(name, { create: true })).createWritable()
  await writable.write(text)
  await writable.close()
}

const filesIn = async (folder: FileSystemDirectoryHandle, path = ''): Promise<readonly string[]> => {
  const found: string[] = []
  for await (const [name, handle] of folder.entries())
    if (handle.kind === 'directory') found.push(...(await filesIn(handle, `${path}${name}/`)))
    else found.push(`${path}${name}: ${await (await handle.getFile()).text()}`)
  return found.sort()
}

/** Pictures in a folder among the origin's private files, which stands in for one of the person's, and a job to move them. */
const setup = async () => {
  const root = uniqueRoot()
  const disk = await (
    await navigator.storage.getDirectory()
  ).getDirectoryHandle(`disk ${root}`, { create: true })
  const pictures = await disk.getDirectoryHandle('pictures', { create: true })
  for (let i = 0; i < COUNT; i += 1) await write(pictures, `${i}.jpg`, `picture ${i}`)
  const job: FolderJob = {
    ...{ id: 'job', kind: 'move', direction: 'forward', root: disk, folder: 'Sorted' },
    ...{ sources: [pictures], total: COUNT, startedAt: 1 },
  }
  const records = Array.from({ length: COUNT }, (_, n): MoveRecord => ({
    ...{ job: job.id, n, picture: `${n}.jpg`, from: { folder: 0, path: `${n}.jpg` } },
    ...{ to: { folder: n % 2 === 0 ? 'even' : 'odd', name: `${n}.jpg` }, sha256: null, state: 'planned' },
  }))
  return { root, disk, job, records }
}

const NONE = new Map<number, Blob>()

/** Goes on to the end. */
const finish = async ({ desk }: ReturnType<typeof visit>, job: FolderJob) => {
  for (;;) {
    const progress = valueOf(await desk.moveOn(job.id, NONE))
    expect(progress.error).toBeNull()
    if (progress.over === COUNT) return progress
  }
}

const before = Array.from({ length: COUNT }, (_, n) => `pictures/${n}.jpg: picture ${n}`).sort()
const after = Array.from(
  { length: COUNT },
  (_, n) => `Sorted/${n % 2 === 0 ? 'even' : 'odd'}/${n}.jpg: picture ${n}`,
).sort()

test('pictures are moved, and back, through a worker that is ended in the middle again and again', async () => {
  const { root, disk, job, records } = await setup()
  const contents = async () => {
    const texts = new Set((await filesIn(disk)).map((line) => line.slice(line.indexOf(': ') + 2)))
    texts.delete('')
    return texts.size
  }
  let now = visit(root)
  valueOf(await now.desk.planMove(job, records))
  /** Ends the worker as soon as so many are where they came from, or fewer. */
  const endAt = async (isTime: (left: number) => boolean) => {
    const { desk, kill } = now
    let isAlive = true
    const goOn = async (): Promise<void> => {
      const { kind } = await desk.moveOn(job.id, NONE)
      if (isAlive && kind === 'done') await goOn()
    }
    void goOn()
    const pictures = await disk.getDirectoryHandle('pictures')
    const left = async () => {
      let count = 0
      for await (const name of pictures.keys()) if (name.endsWith('.jpg')) count += 1
      return count
    }
    while (!isTime(await left()));
    isAlive = false
    kill()
    // Whenever it ends, each is somewhere; one that was being written may be there a second time, empty. What the browser was
    // asked for before still happens, so a file may go while it is asked for.
    await expect.poll(() => contents().catch(() => 0)).toBe(COUNT)
    now = visit(root)
  }
  for (const most of [50, 35, 20]) await endAt((left) => left <= most)
  const [known] = valueOf(await now.desk.moveJobs())
  expect(known?.over).toBeLessThan(COUNT)
  const moved = await finish(now, job)
  expect([moved.done, moved.problemCount]).toEqual([COUNT, 0])
  expect(await filesIn(disk)).toEqual(after)

  valueOf(await now.desk.turnMove(job.id))
  for (const least of [15, 35]) await endAt((left) => left >= least)
  expect((await finish(now, job)).done).toBe(COUNT)
  expect(await filesIn(disk)).toEqual(before)
  await expect(disk.getDirectoryHandle('Sorted')).rejects.toThrow()
  now.kill()
})

test('a picture that lies in no known folder is copied from its bytes, and jobs that are over are forgotten', async () => {
  const { root, disk, job } = await setup()
  const { desk, kill } = visit(root)
  const record = (n: number): MoveRecord => ({
    ...{ job: 'bytes', n, picture: `p${n}`, from: null, to: { folder: 'new', name: `p${n}.jpg` } },
    ...{ sha256: null, state: 'planned' },
  })
  valueOf(await desk.planMove({ ...job, id: 'bytes', total: 2 }, [record(0), record(1)]))
  const progress = valueOf(await desk.moveOn('bytes', new Map([[0, new Blob(['first'])]])))
  // The second was not given: it waits for another call.
  expect(progress.over).toBe(1)
  const second = valueOf(await desk.moveOn('bytes', new Map([[1, new Blob(['second'])]])))
  expect([second.over, second.done, second.kept]).toEqual([2, 2, 2])
  expect((await filesIn(disk)).filter((line) => line.startsWith('Sorted'))).toEqual([
    'Sorted/new/p0.jpg: first',
    'Sorted/new/p1.jpg: second',
  ])
  valueOf(await desk.planMove({ ...job, id: 'later', total: 0 }, []))
  expect(valueOf(await desk.moveJobs()).map(({ job: { id } }) => id)).toEqual(['later'])
  kill()
})
