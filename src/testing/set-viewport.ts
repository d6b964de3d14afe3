import { expect } from 'vitest'
import { page } from 'vitest/browser'

/**
 * Gives the page of a test this size, in CSS pixels, and waits until it has it: on a busy machine a test went on in the
 * layout of the phone that the one before it had.
 */
export const setViewport = async (width: number, height: number): Promise<void> => {
  await page.viewport(width, height)
  await expect.poll(() => [innerWidth, matchMedia(`(width: ${width}px)`).matches]).toEqual([width, true])
}
