import { afterEach, expect, it } from 'vitest'
import { hasKeptMarks, wasHere } from './earlier-visits'

const local = () => localStorage

/** What a request comes to. */
const settled = <T>(request: IDBRequest<T>) =>
  new Promise<T>((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result)
    }
    request.onerror = () => {
      reject(new Error('the database cannot be opened or deleted'))
    }
  })
const names = ['taglens-desk', 'taglens-marks'] as const

afterEach(async () => {
  localStorage.clear()
  for (const name of names) await settled(indexedDB.deleteDatabase(name))
})

it('finds pictures, and marks, of a visit whose small storage is lost', async () => {
  expect(await wasHere(false, local)).toBe(false)
  ;(await settled(indexedDB.open(names[0]))).close()
  expect(await wasHere(false, local)).toBe(true)
  expect(hasKeptMarks(local)).toBe(false)
  ;(await settled(indexedDB.open(names[1]))).close()
  expect(await wasHere(false, local)).toBe(true)
  expect(hasKeptMarks(local)).toBe(true)
})
