/** What a browser reports on an answer that an isolated page is not given. */
interface WithheldAnswer {
  readonly blockedURL?: string
}

/** What a report is about. Chromium tells it only where the report is written out. */
const readReport = (body: object | null): WithheldAnswer =>
  (JSON.parse(JSON.stringify(body)) as WithheldAnswer | null) ?? {}

/** Long enough for a report of an answer to follow it, in milliseconds. */
const REPORT_WITHIN = 1000

/** Waits for the report that a host has answered what an isolated page may not have; `false` where none comes. */
const watchWithheld = (
  url: URL,
): { readonly isReported: () => Promise<boolean>; readonly end: () => void } => {
  let report: () => void = () => undefined
  const reported = new Promise<boolean>((resolve) => {
    report = () => {
      resolve(true)
    }
  })
  const observer = new ReportingObserver((reports) => {
    const bodies = reports.map(({ body }) => readReport(body ?? null))
    if (bodies.some(({ blockedURL }) => blockedURL?.split('#')[0] === url.href.split('#')[0])) report()
  })
  observer.observe()
  return {
    isReported: () =>
      Promise.race([reported, new Promise<boolean>((resolve) => setTimeout(resolve, REPORT_WITHIN, false))]),
    end: () => {
      observer.disconnect()
    },
  }
}

/**
 * Whether a host answers at all, though the page may not read what it says; `null` where the browser does not tell. A
 * refusal to other pages and no answer look alike, so it is asked once more, for no picture and unreadably. An isolated
 * page is not even given that; Chromium and Safari report that they have withheld it.
 */
export const hostAnswers = async (url: URL, signal: AbortSignal): Promise<boolean | null> => {
  const isolated = crossOriginIsolated
  if (isolated && !('ReportingObserver' in globalThis)) return null
  const withheld = isolated ? watchWithheld(url) : null
  try {
    await fetch(url, {
      signal,
      method: 'HEAD',
      mode: 'no-cors',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    })
    return true
  } catch {
    return withheld ? await withheld.isReported() : false
  } finally {
    withheld?.end()
  }
}
