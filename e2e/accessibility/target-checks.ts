import type { Page } from '@playwright/test'

/** Side of the smallest target, and of the circle around smaller ones that no other may touch (WCAG 2.5.8). */
const LEAST_PX = 24

/** Names of buttons, fields and links that are too small to be met, and too near to others. */
export const smallTargets = (page: Page): Promise<readonly string[]> =>
  page.evaluate((least) => {
    const selector =
      'button, a[href], input, select, textarea, summary, [role=menuitem], [role=menuitemradio], [role=menuitemcheckbox]'
    const isReached = (element: Element, { x, y, width, height }: DOMRect): boolean => {
      const top = document.elementFromPoint(x + width / 2, y + height / 2)
      return top !== null && (element.contains(top) || top.contains(element))
    }
    const targets = [...document.querySelectorAll(selector)].flatMap((element) => {
      // A field's label is pressed as well as the field.
      const area = element.closest('label') ?? element
      const box = area.getBoundingClientRect()
      return box.width > 1 && box.height > 1 && isReached(area, box) ? [{ element, area, box }] : []
    })
    const centre = ({ x, y, width, height }: DOMRect) => ({ x: x + width / 2, y: y + height / 2 })
    return targets
      .filter(({ area, box }) => {
        if (box.width >= least && box.height >= least) return false
        const { x, y } = centre(box)
        return targets.some((other) => {
          if (other.area === area) return false
          const nearestX = Math.max(other.box.left, Math.min(x, other.box.right))
          const nearestY = Math.max(other.box.top, Math.min(y, other.box.bottom))
          return Math.hypot(nearestX - x, nearestY - y) < least / 2
        })
      })
      .map(({ element, box }) => {
        const name = element.getAttribute('aria-label') ?? element.textContent.trim()
        return `${name} is ${Math.round(box.width)} x ${Math.round(box.height)}`
      })
  }, LEAST_PX)

/**
 * Names of what gets focus by Tab and is covered wholly, within `presses` (WCAG 2.4.11): neither its middle nor a
 * point near its corners is on top.
 */
export const obscuredByTab = async (page: Page, presses: number): Promise<readonly string[]> => {
  const obscured: string[] = []
  for (let press = 0; press < presses; press += 1) {
    await page.keyboard.press('Tab')
    const covered = await page.evaluate(() => {
      const element = document.activeElement
      if (!element || element === document.body) return null
      const area = element.closest('label') ?? element
      const { left, top, right, bottom } = area.getBoundingClientRect()
      const points = [
        [(left + right) / 2, (top + bottom) / 2],
        ...[left + 2, right - 2].flatMap((x) => [top + 2, bottom - 2].map((y) => [x, y])),
      ]
      const seen = points.some(([x = 0, y = 0]) => {
        const on = document.elementFromPoint(x, y)
        return on !== null && (area.contains(on) || on.contains(area))
      })
      return seen ? null : (element.getAttribute('aria-label') ?? element.textContent)
    })
    if (covered !== null) obscured.push(covered)
  }
  return obscured
}
