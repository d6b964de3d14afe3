import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Milliseconds } from '../../brands'
import { decideRetry, DOWNLOAD_LIMITS as limits, parseRetryAfter, type DownloadFault } from './retry'

const refused = (status: number, retryAfter: number | null = null, redirected = false): DownloadFault => ({
  kind: 'refused',
  status,
  retryAfter: retryAfter as Milliseconds | null,
  redirected,
})

const faults: fc.Arbitrary<DownloadFault> = fc.oneof(
  fc.constantFrom<DownloadFault>({ kind: 'dropped' }, { kind: 'stalled' }, { kind: 'changed' }),
  fc
    .record({
      status: fc.integer({ min: 400, max: 599 }),
      retryAfter: fc.option(fc.nat(1e9)),
      redirected: fc.boolean(),
    })
    .map(({ status, retryAfter, redirected }) => refused(status, retryAfter, redirected)),
)
const random = fc.double({ min: 0, max: 1, noNaN: true })

describe('decideRetry', () => {
  it.each([
    ['a dropped connection', { kind: 'dropped' }, 'wait'],
    ['a stalled one', { kind: 'stalled' }, 'wait'],
    ['429', refused(429), 'wait'],
    ['500', refused(500), 'wait'],
    ['503', refused(503), 'wait'],
    ['403 of a signed address', refused(403, null, true), 'wait'],
    ['403 of the hub itself', refused(403), 'give-up'],
    ['401', refused(401), 'give-up'],
    ['429 that asks for an hour', refused(429, 3_600_000), 'give-up'],
  ] as const)('%s: %s', (_, fault, kind) => {
    expect(decideRetry(fault, 1, limits, 0.5)).toMatchObject({ kind })
  })

  it('gives up after as many tries as it may, whatever the fault', () => {
    fc.assert(
      fc.property(
        faults,
        random,
        fc.integer({ min: limits.attempts, max: 1000 }),
        (fault, chance, attempts) => {
          expect(decideRetry(fault, attempts, limits, chance).kind).toBe('give-up')
        },
      ),
    )
  })

  it('never waits less than a host asks for, nor longer than its limits', () => {
    fc.assert(
      fc.property(faults, random, fc.integer({ min: 1, max: 20 }), (fault, chance, attempts) => {
        const decision = decideRetry(fault, attempts, limits, chance)
        if (decision.kind === 'give-up') return
        const asked = fault.kind === 'refused' ? (fault.retryAfter ?? 0) : 0
        expect(decision.delay).toBeGreaterThanOrEqual(asked)
        expect(decision.delay).toBeLessThanOrEqual(Math.max(limits.longestDelay, limits.longestRequest))
      }),
    )
  })

  it('waits longer each time, by chance between half and all of it', () => {
    const delays = (chance: number) =>
      [1, 2, 3, 4].map((attempts) => decideRetry({ kind: 'dropped' }, attempts, limits, chance))
    expect(delays(1)).toEqual([1000, 2000, 4000, 8000].map((delay) => ({ kind: 'wait', delay })))
    expect(delays(0)).toEqual([500, 1000, 2000, 4000].map((delay) => ({ kind: 'wait', delay })))
  })
})

describe('parseRetryAfter', () => {
  const now = Date.parse('2026-01-01T00:00:00Z')
  it.each([
    ['120', 120_000],
    ['0', 0],
    ['Thu, 01 Jan 2026 00:00:30 GMT', 30_000],
    ['Wed, 31 Dec 2025 23:00:00 GMT', 0],
    ['soon', null],
    ['', null],
    [null, null],
  ])('%s', (header, wait) => {
    expect(parseRetryAfter(header, now)).toBe(wait)
  })
})
