import type { Page } from 'playwright'

/** One change of what the camera shows, in milliseconds of the page's clock. */
export interface SceneChange {
  readonly at: number
  /** Until the verdict was another; `null` where it never was. */
  readonly followed: number | null
}

/** What the page saw of its camera and said of it. */
export interface Watched {
  readonly changes: readonly SceneChange[]
  /** How often the verdict changed, in all: more than the scenes would be a flicker. */
  readonly verdicts: number
}

interface Notes {
  readonly shown: number[]
  readonly said: number[]
}

declare global {
  interface Window {
    /** Only in the bench of what is live. */
    liveNotes?: Notes
  }
}

/**
 * Notes in the page when the camera's own picture changes, by a few of its pixels, and when the spoken verdict does.
 * What that costs the page counts as the app's.
 */
export const beginWatching = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const video = document.querySelector<HTMLVideoElement>('[role=dialog] video, dialog video')
    const ranking = document.querySelector('[data-frames]')
    const context = new OffscreenCanvas(8, 8).getContext('2d', { willReadFrequently: true })
    if (!video || !ranking || !context) throw new Error('nothing is live')
    const notes: Notes = (window.liveNotes = { shown: [], said: [] })
    // A method, since a function with a name of its own is given a helper that the page does not have.
    const watch = {
      before: null as Uint8ClampedArray | null,
      look(shownAt: number) {
        context.drawImage(video, 0, 0, 8, 8)
        const { data } = context.getImageData(0, 0, 8, 8)
        const last = this.before ?? data
        const difference = data.reduce((sum, value, i) => sum + Math.abs(value - (last[i] ?? 0)), 0)
        if (difference / data.length > 4) notes.shown.push(shownAt)
        this.before = data
        video.requestVideoFrameCallback((_, { presentationTime }) => {
          this.look(presentationTime)
        })
      },
    }
    watch.look(performance.now())
    let verdict = ranking.querySelector('[aria-live]')?.textContent
    new MutationObserver(() => {
      const now = ranking.querySelector('[aria-live]')?.textContent
      if (now === verdict) return
      verdict = now
      notes.said.push(performance.now())
    }).observe(ranking, { subtree: true, childList: true, characterData: true })
  })

/** What has been noted so far; the newest change is left out, whose verdict may be still to come. */
export const readWatched = async (page: Page): Promise<Watched> => {
  const { shown, said } = (await page.evaluate(() => window.liveNotes)) ?? { shown: [], said: [] }
  let next = 0
  const changes = shown.slice(0, -1).map((at): SceneChange => {
    // Each verdict follows one change: one that is late does not pass for a quick one of the next.
    while ((said[next] ?? Infinity) < at) next += 1
    const verdict = said[next++]
    return { at, followed: verdict === undefined ? null : verdict - at }
  })
  return { changes, verdicts: said.length }
}
