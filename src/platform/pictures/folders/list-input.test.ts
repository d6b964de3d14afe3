import { expect, it } from 'vitest'
import { createFakeFinding } from '../../../testing/fakes/fake-finding'
import { showListing } from './list-input'

const file = new File([], 'a.png')

/** A dialog that has gone, whose browser still lists the folder. */
const setup = () => {
  const { startFinding, ...shown } = createFakeFinding()
  let starts = 0
  let list: (files: readonly File[]) => void = () => undefined
  const files = new Promise<readonly File[]>((resolve) => {
    list = resolve
  })
  const listed = showListing(files, () => {
    starts += 1
    return startFinding()
  })
  return { ...shown, list, listed, starts: () => starts }
}

it('shows that a chosen folder is being listed, from when the dialog has gone until its files are here', async () => {
  const { list, listed, starts, ends } = setup()
  dispatchEvent(new Event('focus'))
  await expect.poll(starts).toBe(1)
  expect(ends()).toBe(0)
  list([file])
  expect(await listed).toEqual([file])
  expect(ends()).toBe(1)
})

it('takes nothing of a folder whose listing the person has stopped', async () => {
  const { listed, stop, starts } = setup()
  dispatchEvent(new Event('focus'))
  await expect.poll(starts).toBe(1)
  stop()
  expect(await listed).toEqual([])
})

it('shows nothing where the files are here as soon as the dialog has gone', async () => {
  const { list, listed, starts } = setup()
  list([file])
  expect(await listed).toEqual([file])
  expect(starts()).toBe(0)
})
