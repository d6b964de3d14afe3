import { describe, expect, it } from 'vitest'
import { moveHeld, takeHold, WHOLE, withLeast, withMost } from './brush-range'

describe('a range that is drawn over scores', () => {
  const range = { least: 30, most: 60 }

  it('is taken by the end that is near, and begins elsewhere', () => {
    expect(takeHold(range, 33, 4)).toBe('least')
    expect(takeHold(range, 58, 4)).toBe('most')
    expect(takeHold(range, 45, 4)).toEqual({ from: 45 })
    expect(takeHold(WHOLE, 50, 4)).toEqual({ from: 50 })
  })

  it('goes from where the press was, either way', () => {
    expect(moveHeld({ from: 45 }, WHOLE, 70.4)).toEqual({ least: 45, most: 70 })
    expect(moveHeld({ from: 45 }, WHOLE, -20)).toEqual({ least: 0, most: 45 })
  })

  it('is never empty, and never beyond what scores can be', () => {
    expect(withLeast(range, 99)).toEqual({ least: 59, most: 60 })
    expect(withMost(range, 2)).toEqual({ least: 30, most: 31 })
    expect(withMost(range, 300).most).toBe(100)
    expect(moveHeld({ from: 100 }, WHOLE, 100)).toEqual({ least: 99, most: 100 })
    expect(moveHeld('least', range, -3)).toEqual({ least: 0, most: 60 })
  })
})
