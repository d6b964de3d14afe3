import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

/** A browser with the app, in which pictures have been chosen and are being encoded. */
export interface Visit {
  /** Pictures that it has encoded so far. */
  encodes(): Promise<number>
  /** Every record when nothing is left to do, a line each. */
  results(): Promise<string>
  /** Ends it as a person does. */
  close(): Promise<void>
}

/** Opens the app in a browser over this profile and chooses these files. */
export type OpenVisit = (app: string, profile: string, files: readonly string[]) => Promise<Visit>

const commandOf = (process: string): string => {
  try {
    return readFileSync(`/proc/${process}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}

const processesOf = (profile: string): readonly number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && commandOf(name).includes(profile))
    .map(Number)
    .filter((id) => id !== process.pid)

/** Ends every process of a browser at once, as a power cut does, and waits until they are gone. On Linux alone. */
export const killBrowser = async (profile: string): Promise<void> => {
  for (const id of processesOf(profile)) process.kill(id, 'SIGKILL')
  while (processesOf(profile).length > 0) await wait(50)
}

/** In the page: has the next file of results kept, and not downloaded. */
export const keepSaved = () => {
  Reflect.deleteProperty(window, 'showSaveFilePicker')
  const make = URL.createObjectURL.bind(URL)
  Object.assign(URL, {
    createObjectURL(blob: Blob) {
      if (!blob.type.startsWith('image/')) Object.assign(window, { savedResults: blob })
      return make(blob)
    },
  })
}

/** In the page: the file that {@link keepSaved} has kept. */
export const savedText = async () => {
  for (;;) {
    const { savedResults } = window as { savedResults?: Blob }
    if (savedResults) return savedResults.text()
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

export const SAVE_ALL = 'Save the results of all pictures'
export const LINES = 'JSON, a line for each'
