/** The part of a view transition that is used; TypeScript's DOM library does not know it in this event yet. */
interface PageRevealEvent extends Event {
  readonly viewTransition?: { readonly ready: Promise<unknown>; skipTransition(): void } | null
}

/** Longer than pictures and fonts that are at hand take, in milliseconds; what is not is not waited for. */
const DRAWN_WITHIN = 700

const nextFrame = (): Promise<unknown> => new Promise(requestAnimationFrame)

/** Resolves when what has just been rendered can be painted whole: measured, with its pictures and its font. */
const whenDrawn = async (): Promise<void> => {
  await nextFrame()
  await nextFrame()
  const pictures = [...document.images].map((image) => image.decode().catch(() => undefined))
  await Promise.all([...pictures, document.fonts.ready])
}

/**
 * Lets the page that this one takes the place of stand before it until this one is drawn, where the browser has kept
 * its picture (`@view-transition` in theme.css). Called before the first frame.
 * @returns call when the page is rendered.
 */
export const holdOldPage = (): (() => void) => {
  let transition: PageRevealEvent['viewTransition'] = null
  let drawn = false
  window.addEventListener('pagereveal', (event) => {
    transition = (event as PageRevealEvent).viewTransition
    // It rejects where the transition is over before it could begin.
    transition?.ready.catch(() => undefined)
    if (drawn) transition?.skipTransition()
  })
  return () => {
    const late = new Promise((resolve) => setTimeout(resolve, DRAWN_WITHIN))
    void Promise.race([whenDrawn(), late]).then(() => {
      drawn = true
      transition?.skipTransition()
    })
  }
}
