import { useState } from 'react'

/** Prefixed: every project of one GitHub Pages owner shares one origin. */
const keyOf = (name: string): string => `taglens.size.${name}`

const read = (name: string): number => {
  try {
    return Number(localStorage.getItem(keyOf(name)) ?? NaN)
  } catch {
    return NaN
  }
}

const write = (name: string, size: number): void => {
  try {
    localStorage.setItem(keyOf(name), String(Math.round(size)))
  } catch {
    // Full or forbidden: the divider still moves, it is only not remembered.
  }
}

/** What a divider may be. Lengths in px. */
export interface SizeLimits {
  readonly least: number
  readonly most: number
  readonly usual: number
}

/** A length that a person sets by a divider and that outlives the page. */
export const useStoredSize = (name: string, { least, most, usual }: SizeLimits) => {
  const [size, setSize] = useState(() => {
    const stored = read(name)
    return stored >= least && stored <= most ? stored : usual
  })
  return [
    size,
    (next: number) => {
      const kept = Math.max(least, Math.min(most, next))
      setSize(kept)
      write(name, kept)
    },
  ] as const
}
