import type { Bytes } from '../../brands'

/** Who asked: the page itself, one of its workers, or the service worker. */
export type Asker =
  'page' | 'pixels' | 'inference' | 'store' | 'desk' | 'columns' | 'classifier' | 'service worker'

/** One request, as the network log shows it. Never the content of anything. */
export interface NetworkEntry {
  readonly url: string
  /** With its port, where that is not the usual one. */
  readonly host: string
  readonly asker: Asker
  /**
   * `kept`: answered from this device, and `refused` by the airplane switch: neither left. `failed`: no answer came.
   * `redirected`: the host has sent us to another, which has an entry of its own with what it answered.
   */
  readonly outcome: 'answered' | 'redirected' | 'kept' | 'failed' | 'refused'
  /** Size of the answer, on the line or as its host states it; `null` where neither is known. */
  readonly bytes: Bytes | null
  /** Milliseconds since 1970. */
  readonly at: number
}

/** What was asked of one host. */
export interface HostTotal {
  readonly host: string
  readonly answered: number
  readonly redirected: number
  readonly kept: number
  readonly failed: number
  readonly refused: number
  /** Of what came over the network. */
  readonly bytes: Bytes
  readonly lastAt: number
}

const ASKERS: readonly string[] = [
  'page',
  'pixels',
  'inference',
  'store',
  'desk',
  'columns',
  'classifier',
  'service worker',
] satisfies Asker[]
const OUTCOMES: readonly string[] = [
  'answered',
  'redirected',
  'kept',
  'failed',
  'refused',
] satisfies NetworkEntry['outcome'][]

/** Whether `value` is an entry: it comes by a channel that every page of the origin may write to. */
export const isNetworkEntry = (value: unknown): value is NetworkEntry => {
  if (typeof value !== 'object' || value === null) return false
  const { url, host, asker, outcome, bytes, at } = value as Partial<Record<keyof NetworkEntry, unknown>>
  return (
    typeof url === 'string' &&
    typeof host === 'string' &&
    typeof asker === 'string' &&
    ASKERS.includes(asker) &&
    typeof outcome === 'string' &&
    OUTCOMES.includes(outcome) &&
    (bytes === null || (typeof bytes === 'number' && bytes >= 0)) &&
    typeof at === 'number'
  )
}

/** Adds up entries by host, the most recent host first. */
export const totalsByHost = (entries: readonly NetworkEntry[]): readonly HostTotal[] => {
  const totals = new Map<string, HostTotal>()
  for (const { host, outcome, bytes, at } of entries) {
    const before = totals.get(host) ?? {
      host,
      answered: 0,
      redirected: 0,
      kept: 0,
      failed: 0,
      refused: 0,
      bytes: 0 as Bytes,
      lastAt: 0,
    }
    totals.set(host, {
      ...before,
      [outcome]: before[outcome] + 1,
      bytes: (before.bytes + (outcome === 'kept' ? 0 : (bytes ?? 0))) as Bytes,
      lastAt: Math.max(before.lastAt, at),
    })
  }
  return [...totals.values()].sort((a, b) => b.lastAt - a.lastAt)
}
