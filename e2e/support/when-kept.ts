import { expect } from '@playwright/test'
import type { AppPage } from './app-page.ts'

/** Resolves when so many pictures lie on the disk: of the list, with what the model has made of them, or as tags. */
export const whenKept = (app: AppPage, count: number, as: 'picture' | 'tag' = 'picture') =>
  expect
    .poll(() =>
      app.page.evaluate(async (kind) => {
        // Opened by a test it would be made, empty.
        const made = (await indexedDB.databases()).some(({ name }) => name === 'taglens-desk')
        return new Promise<number>((resolve) => {
          if (!made) {
            resolve(0)
            return
          }
          const opening = indexedDB.open('taglens-desk')
          opening.onsuccess = () => {
            const db = opening.result
            const reading = db.transaction('files').objectStore('files').getAll()
            reading.onsuccess = () => {
              const files = reading.result as { bytes: string; sha256: string | null; tag?: object }[]
              const here = files.filter(({ bytes }) => bytes === 'here')
              const asked = here.filter(({ sha256, tag }) => (kind === 'tag' ? tag : sha256 !== null))
              resolve(asked.length)
              db.close()
            }
          }
        })
      }, as),
    )
    .toBe(count)
