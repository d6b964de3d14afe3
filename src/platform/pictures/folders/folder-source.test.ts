import { expect, it } from 'vitest'
import { mayReadFolders } from './folder-source'

/** A folder that may be read as the browser says, and that the person is asked about with this answer. */
const folder = (now: PermissionState, answer: PermissionState) => {
  const asked: string[] = []
  const handle = {
    queryPermission: () => Promise.resolve(now),
    requestPermission: ({ mode }: { readonly mode: string }) => {
      asked.push(mode)
      return Promise.resolve(answer)
    },
  }
  // Of a handle no more than that is used; no browser gives one to a test.
  return { handle: handle as unknown as FileSystemDirectoryHandle, asked }
}

it('asks for folders within a press alone, and only for those that may not be read already', async () => {
  const [open, shut] = [folder('granted', 'denied'), folder('prompt', 'granted')]
  expect(await mayReadFolders([open.handle, shut.handle], false)).toBe(false)
  expect([open.asked, shut.asked]).toEqual([[], []])
  expect(await mayReadFolders([open.handle, shut.handle], true)).toBe(true)
  expect([open.asked, shut.asked]).toEqual([[], ['read']])
})

it('asks for no other folder where one is refused', async () => {
  const [refused, other] = [folder('prompt', 'denied'), folder('prompt', 'granted')]
  expect(await mayReadFolders([refused.handle, other.handle], true)).toBe(false)
  expect(other.asked).toEqual([])
})

it('may read folders where browsers know no such question', async () => {
  // As of the origin's private files in browsers that have no folders of the person's.
  expect(await mayReadFolders([{} as FileSystemDirectoryHandle], false)).toBe(true)
})
