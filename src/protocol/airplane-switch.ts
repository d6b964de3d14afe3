import { joinChannel } from './join-channel'

/**
 * The airplane switch, as the page, its workers and the service worker see it: one stored value and word of its
 * changes. While it is on, none of them asks anything of another host.
 *
 * [Note: a lost mark] That it is on is written down twice, and held by a lock of every page that knows it. A browser may
 * refuse to store, and a person or the browser may clear what is stored, at any time; the lock stays as long as such
 * a page does. So a tab or a worker that starts later finds it on while any other tab has it on, and writes it down
 * again. When the last page is gone and nothing is stored, nothing is left that could know: the next visit is a first
 * one (ADR 29).
 */
export interface AirplaneSwitch {
  /** Whether it is on; the first answer is read from storage. */
  isOn(): Promise<boolean>
  /** Sets it for every page of the app, now and at later visits. */
  set(on: boolean): Promise<void>
  /** Tells of changes, those of other tabs too. */
  onChange(listener: (on: boolean) => void): void
}

/** One for all installations on an origin: a person who wants no request wants none of any. */
const NAME = 'taglens-airplane'

/** What is said on the channel: how it was set, or that somebody has joined and may have found no mark of it. */
const JOINED = 'joined'

/** A place where it is written down. Whatever is refused is as good as empty. */
interface Mark {
  read(): Promise<boolean>
  write(on: boolean): Promise<void>
}

/** Cache Storage: the only storage that pages, workers and service workers all reach. */
const cacheMark: Mark = {
  read: async () => (await caches.has(NAME)) && (await (await caches.open(NAME)).keys()).length > 0,
  write: async (on) => {
    if (on) await (await caches.open(NAME)).put('/taglens-airplane', new Response('on'))
    else await caches.delete(NAME)
  },
}

interface PageScope {
  /** Workers have none. */
  readonly localStorage?: {
    getItem(key: string): string | null
    setItem(key: string, value: string): void
    removeItem(key: string): void
  }
}

/** Of pages alone; also where there is no Cache Storage, on an insecure origin. */
const pageMark: Mark = {
  read: () => Promise.resolve(typeof (globalThis as PageScope).localStorage?.getItem(NAME) === 'string'),
  write: (on) => {
    const { localStorage } = globalThis as PageScope
    if (on) localStorage?.setItem(NAME, 'on')
    else localStorage?.removeItem(NAME)
    return Promise.resolve()
  },
}

const marks = [cacheMark, pageMark]

// Insecure origins have none, whatever the types say.
const lockManager = (): LockManager | undefined => (navigator as { locks?: LockManager }).locks

/** What is refused by throwing, at once or later, is no. */
const orFalse = async (answer: () => Promise<boolean | undefined>): Promise<boolean> => {
  try {
    return (await answer()) ?? false
  } catch {
    return false
  }
}

const isHeldElsewhere = async () => (await lockManager()?.query())?.held?.some(({ name }) => name === NAME)

/** Whether anything says that it is on. */
const read = async (): Promise<boolean> =>
  (await Promise.all([...marks.map((mark) => orFalse(mark.read)), orFalse(isHeldElsewhere)])).includes(true)

const write = async (on: boolean): Promise<void> => {
  for (const mark of marks) {
    try {
      await mark.write(on)
    } catch {
      // It lasts as long as a page that knows it.
    }
  }
}

/** Holds that it is on until told otherwise, for workers that start later. */
const createHold = () => {
  let release: (() => void) | null = null
  return (on: boolean): void => {
    release?.()
    release = null
    if (!on) return
    const until = new Promise<void>((resolve) => (release = resolve))
    lockManager()
      ?.request(NAME, { mode: 'shared' }, () => until)
      .catch(() => undefined)
  }
}

/**
 * Joins the switch.
 * @param role a page holds that it is on, and writes it down again where it was lost; others only read.
 */
export const joinAirplaneSwitch = (role: 'page' | 'worker'): AirplaneSwitch => {
  const channel = joinChannel(NAME)
  const listeners = new Set<(on: boolean) => void>()
  const hold = role === 'page' ? createHold() : () => undefined
  let told: boolean | null = null
  const keep = (on: boolean) => {
    told = on
    hold(on)
  }
  const change = (on: boolean) => {
    if (told === on) return
    keep(on)
    for (const listener of listeners) listener(on)
  }
  let lastWrite = Promise.resolve()
  let writesUnderWay = 0
  /** One after the other, each of what is true by then: marks of two that overlap would contradict each other. */
  const writeDown = async () => {
    writesUnderWay += 1
    lastWrite = lastWrite.then(() => write(told === true))
    await lastWrite
    writesUnderWay -= 1
  }
  const hear = (on: boolean) => {
    // Set in two tabs at once, each would end as the other was set: both end with it on.
    if (writesUnderWay > 0 && told === true && !on) {
      channel.post(true)
      return
    }
    change(on)
    if (writesUnderWay > 0) void writeDown()
  }
  const isFound = read().then((on) => {
    // What was told meanwhile is newer.
    if (told === null) keep(on)
    return told ?? on
  })
  channel.listen((message) => {
    if (typeof message === 'boolean') hear(message)
    else if (message === JOINED && role === 'page' && told === true) {
      channel.post(true)
      void writeDown()
    }
  })
  channel.post(JOINED)
  return {
    isOn: () => (told === null ? isFound : Promise.resolve(told)),
    set: async (on) => {
      // Told at once: what is under way elsewhere need not wait for the disk.
      channel.post(on)
      change(on)
      await writeDown()
    },
    onChange: (listener) => {
      listeners.add(listener)
    },
  }
}
