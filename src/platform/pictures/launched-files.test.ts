import { expect, test } from 'vitest'
import { onLaunchedFiles } from './launched-files'

/** A handle that reads as the real one of a file chooser does: here, of the origin's private files. */
const handleOf = async (name: string, text: string): Promise<FileSystemFileHandle> => {
  const folder = await navigator.storage.getDirectory()
  const handle = await folder.getFileHandle(name, { create: true })
  const writable = await handle.createWritable()
  await writable.write(text)
  await writable.close()
  return handle
}

/** A browser hands launches over through `window.launchQueue`, which a test cannot fill: this stands in for it. */
const launch = async (files: readonly FileSystemHandle[]): Promise<readonly File[]> => {
  let consumer: (params: { files: readonly FileSystemHandle[] }) => void = () => undefined
  Object.defineProperty(window, 'launchQueue', {
    configurable: true,
    value: { setConsumer: (given: typeof consumer) => (consumer = given) },
  })
  return new Promise((resolve) => {
    onLaunchedFiles(resolve)
    consumer({ files })
  })
}

test('pictures that are opened with the app arrive in order, without those that are gone', async () => {
  const [first, lost, last] = await Promise.all([
    handleOf('taglens-test-1.png', 'one'),
    handleOf('taglens-test-2.png', 'two'),
    handleOf('taglens-test-3.png', 'three'),
  ])
  const folder = await navigator.storage.getDirectory()
  await folder.removeEntry(lost.name)
  const files = await launch([first, lost, folder, last])
  expect(await Promise.all(files.map((file) => file.text()))).toEqual(['one', 'three'])
  await folder.removeEntry(first.name)
  await folder.removeEntry(last.name)
})
