/** What a person sees of a search for files, and how they end it. */
export interface Finding {
  /** Resolves as soon as the person stops it. */
  readonly stopped: Promise<null>
  isStopped(): boolean
  /** Tells how many files have been found so far. After the end it says nothing. */
  found(count: number): void
  /** The first files are here, or nothing is to come. */
  end(): void
}

/** Begins to show a search. It rejects where the code for it cannot be loaded; call it again. */
export type StartFinding = () => Promise<Finding>

/** Runs a search and shows it meanwhile. @returns `null` as soon as the person stops it. */
export const findShown = async <Found>(
  start: StartFinding,
  search: (finding: Finding) => Promise<Found>,
): Promise<Found | null> => {
  const finding = await start()
  try {
    return await Promise.race([finding.stopped, search(finding)])
  } finally {
    finding.end()
  }
}
