/** An exception on the page that no code was ready for, as a report of a problem has it. */
export interface PageFault {
  /** Name and message; whatever stood between quotation marks is left out, since it may be a tag or a file's name. */
  readonly what: string
  /** Where it came from, innermost first: functions, script files without their folders, lines and columns. */
  readonly stack: readonly string[]
  readonly count: number
}

/** Frames of a stack: deeper ones are React's. */
const FRAMES = 8

/** Different faults that a report has; what comes later mostly follows from them. */
const LIMIT = 10

/** Longest line of a report. */
const LENGTH = 200

const withoutQuotes = (text: string): string => text.replace(/"[^"]*"|'[^']*'|“[^”]*”|`[^`]*`/g, '…')

/** An address may hold tags, as the app's own links do, and the name of a folder. */
const withoutAddresses = (text: string): string =>
  text.replace(/\b(?:https?|blob|data|file):[^\s)]*/g, (address) => {
    const file = /([\w.-]+\.(?:js|tsx?|css)):\d+(?::\d+)?$/.exec(address.replace(/\?[^:]*/, ''))
    return file ? file[0] : '…'
  })

const tidy = (text: string): string => withoutQuotes(withoutAddresses(text)).slice(0, LENGTH)

/** Chromium begins a frame with `at`, Firefox and Safari put `@` between function and address. */
const isFrame = (line: string): boolean => /^at .+:\d+|@.+:\d+/.test(line)

/** Reads an exception, of whatever kind it is. */
export const toPageFault = (error: unknown): Omit<PageFault, 'count'> => {
  if (!(error instanceof Error)) return { what: tidy(String(error)), stack: [] }
  const frames = (error.stack ?? '').split('\n').map((line) => line.trim())
  return {
    what: tidy(`${error.name}: ${error.message.split('\n')[0] ?? ''}`),
    stack: frames.filter(isFrame).slice(0, FRAMES).map(tidy),
  }
}

/** The faults with one more: the same is counted, and beyond {@link LIMIT} the first ones stay. */
export const addFault = (faults: readonly PageFault[], error: unknown): readonly PageFault[] => {
  const fault = toPageFault(error)
  const isSame = ({ what, stack }: PageFault) => what === fault.what && stack[0] === fault.stack[0]
  if (faults.some(isSame))
    return faults.map((known) => (isSame(known) ? { ...known, count: known.count + 1 } : known))
  return faults.length < LIMIT ? [...faults, { ...fault, count: 1 }] : faults
}
