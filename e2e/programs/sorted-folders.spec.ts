import { expect, type Page } from '@playwright/test'
import { plainPicture } from '../support/make-pictures.ts'
import { test } from '../support/test.ts'

const pictures = [
  plainPicture('red', 'red.png'),
  plainPicture('blue', 'blue.png'),
  plainPicture('blue', 'more/blue.png', { width: 64, height: 48 }),
]

/** Puts pictures into a folder of the origin's, which the page is given for one of the person's. */
const givePictures = (page: Page) =>
  page.evaluate(
    async (files) => {
      const root = await navigator.storage.getDirectory()
      const disk = await root.getDirectoryHandle('disk', { create: true })
      for (const { name, base64 } of files) {
        const parts = name.split('/')
        const last = parts.pop() ?? ''
        let folder = await disk.getDirectoryHandle('holiday', { create: true })
        for (const part of parts) folder = await folder.getDirectoryHandle(part, { create: true })
        const writable = await (await folder.getFileHandle(last, { create: true })).createWritable()
        await writable.write(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)))
        await writable.close()
      }
      // Which folder is given is told by what it is wanted for.
      const showDirectoryPicker = ({ mode }: { readonly mode: string }) =>
        mode === 'read' ? disk.getDirectoryHandle('holiday') : Promise.resolve(disk)
      Object.assign(window, { showDirectoryPicker })
    },
    pictures.map(({ name, buffer }) => ({ name, base64: buffer.toString('base64') })),
  )

/** Files of that folder, with their sizes. */
const filesOnDisk = (page: Page) =>
  page.evaluate(async () => {
    const found: string[] = []
    const walk = async (folder: FileSystemDirectoryHandle, before: string): Promise<void> => {
      for await (const [name, handle] of folder.entries())
        if (handle.kind === 'directory') await walk(handle, `${before}${name}/`)
        else found.push(`${before}${name} ${(await handle.getFile()).size}`)
    }
    const root = await navigator.storage.getDirectory()
    await walk(await root.getDirectoryHandle('disk'), '')
    return found.sort()
  })

const sized = (paths: readonly string[]) =>
  paths.map((path, i) => `${path} ${pictures[i]?.buffer.length}`).sort()

test('pictures are moved into folders by tag, are read from there, and are taken back', async ({ app }) => {
  const { page } = app
  await app.start(['red', 'blue'])
  await givePictures(page)
  await page.getByRole('button', { name: 'Choose folder' }).click()
  await app.expectStatus('3 pictures ranked')
  const before = sized(['holiday/red.png', 'holiday/blue.png', 'holiday/more/blue.png'])
  expect(await filesOnDisk(page)).toEqual(before)

  await page.keyboard.press('ControlOrMeta+K')
  await page.getByRole('option', { name: 'Copy or move into folders on disk' }).click()
  const dialog = page.getByRole('dialog', { name: 'Sort into folders on disk' })
  await dialog.getByRole('button', { name: 'Choose a folder…' }).click()
  await expect(dialog.getByRole('listitem')).toHaveText([/^blue\s*2$/, /^red\s*1$/])
  await dialog.getByRole('radio', { name: /^Move/ }).check()
  await dialog.getByRole('button', { name: 'Move 3' }).click()
  await expect(dialog.getByText('3 of 3 are in disk/Sorted.')).toBeVisible()
  const moved = ['disk/Sorted/red/red.png', 'disk/Sorted/blue/blue.png', 'disk/Sorted/blue/blue (2).png']
  expect(await filesOnDisk(page)).toEqual(sized(moved.map((path) => path.replace('disk/', ''))))

  // The list reads them from where they are: a large view asks for the file.
  await page.keyboard.press('Escape')
  await app.picture('red.png').dblclick()
  const large = page.getByRole('group', { name: 'Large picture' })
  await expect
    .poll(() =>
      large
        .locator('img')
        .first()
        .evaluate((img: HTMLImageElement) => img.naturalWidth),
    )
    .toBe(120)
  await page.keyboard.press('Escape')

  await page.keyboard.press('ControlOrMeta+K')
  await page.getByRole('option', { name: 'Copy or move into folders on disk' }).click()
  await dialog.getByRole('button', { name: 'Take back' }).click()
  await expect(dialog.getByText('3 of 3 are as they were.')).toBeVisible()
  expect(await filesOnDisk(page)).toEqual(before)
})
