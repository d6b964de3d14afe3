import { joinChannel } from './join-channel'

/**
 * The airplane switch, as the page, its workers and the service worker see it: one stored value and word of its
 * changes. While it is on, none of them asks anything of another host.
 */
export interface AirplaneSwitch {
  /** Whether it is on; the first answer is read from storage. */
  isOn(): Promise<boolean>
  /** Sets it for every page of the app, now and at later visits. */
  set(on: boolean): Promise<void>
  /** Tells of changes, those of other tabs too. */
  onChange(listener: (on: boolean) => void): void
}

/** One for all installations on an origin: whoever wants no request wants none of any. */
const NAME = 'taglens-airplane'

/** In Cache Storage, the only storage that pages, workers and service workers all reach. */
const read = async (): Promise<boolean> => {
  try {
    if (!(await caches.has(NAME))) return false
    return (await (await caches.open(NAME)).keys()).length > 0
  } catch {
    // No Cache Storage (an insecure origin): it lasts as long as the page.
    return false
  }
}

const write = async (on: boolean): Promise<void> => {
  try {
    if (on) await (await caches.open(NAME)).put('/taglens-airplane', new Response('on'))
    else await caches.delete(NAME)
  } catch {
    // As above; whoever listens now is told.
  }
}

/** Joins the switch. */
export const joinAirplaneSwitch = (): AirplaneSwitch => {
  const channel = joinChannel(NAME)
  const listeners = new Set<(on: boolean) => void>()
  let state = read()
  const change = (on: boolean) => {
    state = Promise.resolve(on)
    for (const listener of listeners) listener(on)
  }
  channel.listen((message) => {
    change(message === true)
  })
  return {
    isOn: () => state,
    set: async (on) => {
      // Told at once: what is under way elsewhere need not wait for the disk.
      channel.post(on)
      change(on)
      await write(on)
    },
    onChange: (listener) => {
      listeners.add(listener)
    },
  }
}
