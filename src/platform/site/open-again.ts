import { serviceWorkers } from '../device/secure-parts'

/** A navigation to a page that the service worker has at hand takes far less, in milliseconds. */
const GONE_WITHIN = 10_000

/**
 * Opens this page again at its own address, in place of itself. Resolves only if it is still here after a while:
 * the navigation is ended then.
 */
export const openAgain = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(() => {
      window.stop()
      resolve()
    }, GONE_WITHIN)
    // Not a reload where it can be helped: browsers carry the picture of the old page into the new one
    // (`@view-transition`) over a navigation only. To an address with a fragment that would be a jump in the page, and
    // without a service worker it could bring an old page out of the browser's cache.
    const served = serviceWorkers()?.controller
    if (served && location.hash === '') location.replace(location.href)
    else location.reload()
  })

/** Address of the module that a page of ours begins with, as it is written there; `null` where it has none. */
const entryOf = (html: string): string | null => {
  const scripts = html.match(/<script\b[^>]*>/g) ?? []
  const entry = scripts.find((script) => script.includes('type="module"'))
  return /\ssrc="([^"]+)"/.exec(entry ?? '')?.[1] ?? null
}

/**
 * Whether the host has another build than the one that this page is of, so that parts of this one are gone. Asks past
 * the HTTP cache. `false` too where there is no answer, or one that is no page of ours.
 */
export const findsNewerDeployment = async (): Promise<boolean> => {
  try {
    const response = await fetch(new URL('./', document.baseURI), { cache: 'no-store' })
    if (!response.ok) return false
    // Read as text: the page's policy lets no parser make a document of what was fetched.
    const entry = entryOf(await response.text())
    const own = document.querySelector('script[type="module"][src]')?.getAttribute('src')
    return entry !== null && entry !== own
  } catch {
    return false
  }
}

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
