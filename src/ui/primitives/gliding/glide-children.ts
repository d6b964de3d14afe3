/** How children move. */
export interface GlideOptions {
  /** Of one move, in milliseconds. */
  readonly duration: number
  readonly easing: string
  /** Whether the list grows upwards, as one that hangs at the bottom of the screen does: it is the end that stays. */
  readonly growsUp: boolean
  /** Asked at each move. */
  isOn(): boolean
}

interface Place {
  readonly x: number
  readonly y: number
}

const wantsStillness = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches

/**
 * Lets the children of a list glide to their new places when their order changes, and fade in when they are new. It looks
 * at places then and when the list gets another size, and does nothing meanwhile. What is not on the screen jumps.
 *
 * @returns ends it.
 */
export const glideChildren = (list: HTMLElement, options: GlideOptions): (() => void) => {
  const { duration, easing, growsUp, isOn } = options

  /** Within the list, whatever is scrolled and whichever move is under way. */
  const placesNow = (): ReadonlyMap<HTMLElement, Place> => {
    const from = growsUp ? list.offsetHeight : 0
    const children = [...list.children].filter((child) => child instanceof HTMLElement)
    return new Map(children.map((child) => [child, { x: child.offsetLeft, y: child.offsetTop - from }]))
  }
  let places = placesNow()

  const move = (child: HTMLElement, before: Place | undefined, now: Place) => {
    if (before === undefined) {
      child.animate([{ opacity: 0, transform: 'scale(0.98)' }, {}], { duration, easing })
      return
    }
    const [x, y] = [before.x - now.x, before.y - now.y]
    if (x === 0 && y === 0) return
    // On top of a move that is under way, which ends where this one begins.
    const composite = 'add'
    child.animate([{ transform: `translate(${x}px, ${y}px)` }, { transform: 'translate(0)' }], {
      duration,
      easing,
      composite,
    })
  }

  const moves = new MutationObserver(() => {
    const before = places
    places = placesNow()
    if (!isOn() || wantsStillness()) return
    const { top, bottom } = list.getBoundingClientRect()
    const from = growsUp ? bottom : top
    const isSeen = ({ y }: Place) => from + y > -innerHeight / 4 && from + y < innerHeight
    for (const [child, now] of places) {
      const was = before.get(child)
      if (isSeen(now) || (was && isSeen(was))) move(child, was, now)
    }
  })
  const sizes = new ResizeObserver(() => {
    places = placesNow()
  })
  moves.observe(list, { childList: true })
  sizes.observe(list)
  return () => {
    moves.disconnect()
    sizes.disconnect()
  }
}
