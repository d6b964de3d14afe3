import * as v from 'valibot'
import { cacheNames } from '../../core/site/cache-names'
import { CarriedPageSchema, type CarriedPage } from './carried-page'
import { createIds } from '../device/secure-parts'

/** Takes a page over a navigation to itself. One at a time in a tab; other tabs have their own. */
export interface PageCarrier {
  /** Puts the page in, in place of what this tab had put in; resolves to whether it is in, whole. */
  put(page: CarriedPage): Promise<boolean>
  /** Takes out what this tab has put in; `null` at once where that is nothing. */
  take(): Promise<CarriedPage | null>
  /** Takes out what tabs that are gone have left behind, a crash for one; what is a day old is dropped. */
  takeLeftBehind(): Promise<readonly CarriedPage[]>
  /** Drops what this tab has put in. */
  discard(): Promise<void>
}

/** Holds, for the life of a tab, where its page is. */
const KEY = 'taglens.carried'

/** A tab is back from a navigation by then, in milliseconds. */
const BACK_WITHIN = 2 * 60 * 1000
const A_DAY = 24 * 60 * 60 * 1000

const LENGTH_BYTES = 4

/** Arrays of numbers by their names, which go as their bytes. */
const ARRAYS = { Float32Array, Uint8Array, Uint32Array } as const
const ArrayKind = v.nullable(v.picklist(['Float32Array', 'Uint8Array', 'Uint32Array']))

const arrayKind = (value: unknown): v.InferOutput<typeof ArrayKind> => {
  if (value instanceof Float32Array) return 'Float32Array'
  if (value instanceof Uint8Array) return 'Uint8Array'
  return value instanceof Uint32Array ? 'Uint32Array' : null
}

/** Where a part of the pack is, as the record names it. */
const PartSchema = v.object({ start: v.number(), size: v.number(), type: v.string(), array: ArrayKind })

/** One file, so that it is there whole or not at all: the record's length, the record as JSON, the parts it names. */
const pack = (page: CarriedPage): Blob => {
  const parts: Blob[] = []
  let start = 0
  const name = (part: Blob, array: v.InferOutput<typeof ArrayKind>) => {
    parts.push(part)
    start += part.size
    return { part: { start: start - part.size, size: part.size, type: part.type, array } }
  }
  const json = JSON.stringify(page, (_key, value: unknown) => {
    if (value instanceof Blob) return name(value, null)
    const array = arrayKind(value)
    return array === null ? value : name(new Blob([new ARRAYS[array](value as Float32Array)]), array)
  })
  const record = new TextEncoder().encode(json)
  return new Blob([new Uint32Array([record.byteLength]), record, ...parts])
}

/** The page in a pack, copied into memory; `null` where it is none that this version can read. */
const unpack = async (file: Blob): Promise<CarriedPage | null> => {
  const [length = 0] = new Uint32Array(await file.slice(0, LENGTH_BYTES).arrayBuffer())
  const begin = LENGTH_BYTES + length
  const reading: Promise<void>[] = []
  const whole: unknown = JSON.parse(
    await file.slice(LENGTH_BYTES, begin).text(),
    function (this: Record<string, unknown>, key, value: unknown) {
      const named =
        typeof value === 'object' && value !== null && 'part' in value
          ? v.safeParse(PartSchema, value.part)
          : null
      if (!named?.success) return value
      const { start, size, type, array } = named.output
      const read = async () => {
        const bytes = await file.slice(begin + start, begin + start + size).arrayBuffer()
        this[key] = array ? new ARRAYS[array](bytes) : new Blob([bytes], { type })
      }
      reading.push(read())
      return value
    },
  )
  await Promise.all(reading)
  const parsed = v.safeParse(CarriedPageSchema, whole)
  return parsed.success ? parsed.output : null
}

/**
 * Keeps carried pages in Cache Storage until they are taken, each once. The tab remembers which one is its own.
 * @param scope the app's own address, with a slash at its end.
 * @param session asked for at each use, since where cookies are blocked even naming it throws.
 */
export const createPageCarrier = (
  scope: string,
  session: () => Storage,
  now: () => number = Date.now,
): PageCarrier => {
  const { carried: cacheName } = cacheNames(new URL(scope).pathname)
  const prefix = `${scope}carried/`

  const ownAddress = (): string | null => {
    try {
      return session().getItem(KEY)
    } catch {
      return null
    }
  }

  const forget = () => {
    try {
      session().removeItem(KEY)
    } catch {
      // Nothing can have been remembered.
    }
  }

  const takeFrom = async (address: string): Promise<CarriedPage | null> => {
    try {
      const cache = await caches.open(cacheName)
      const response = await cache.match(address)
      const page = response ? await unpack(await response.blob()) : null
      // The tab that deletes it has it: a tab that was duplicated on its way remembers the same address.
      return (await cache.delete(address)) ? page : null
    } catch {
      return null
    }
  }

  const discard = async () => {
    const address = ownAddress()
    forget()
    if (address !== null)
      await caches
        .open(cacheName)
        .then((cache) => cache.delete(address))
        .catch(() => false)
  }

  return {
    discard,
    put: async (page) => {
      const before = ownAddress()
      const address = `${prefix}${now()}-${createIds()()}`
      try {
        const cache = await caches.open(cacheName)
        await cache.put(address, new Response(pack(page)))
        session().setItem(KEY, address)
        if (before !== null) await cache.delete(before)
        return session().getItem(KEY) === address
      } catch {
        // No room, a file that is gone from the disk, or no storage at all.
        return false
      }
    },
    take: async () => {
      const address = ownAddress()
      if (address === null) return null
      forget()
      return takeFrom(address)
    },
    takeLeftBehind: async () => {
      try {
        if (!(await caches.has(cacheName))) return []
        const cache = await caches.open(cacheName)
        const found: CarriedPage[] = []
        for (const { url } of await cache.keys()) {
          const age = now() - Number.parseInt(url.slice(prefix.length), 10)
          if (!(age < A_DAY)) await cache.delete(url)
          else if (age > BACK_WITHIN) {
            const page = await takeFrom(url)
            if (page) found.push(page)
          }
        }
        return found
      } catch {
        return []
      }
    },
  }
}
