/** When a model's files were last compared with their hashes, and by which version of the engine. */
export interface FileCheck {
  /** Milliseconds since 1970. */
  readonly at: number
  readonly version: string
}

const DAY = 24 * 60 * 60 * 1000

/**
 * After so long a model is compared before it runs. Disks lose a sector in months, and a neighbour on the origin
 * could change a file at any time; hashing 150 MB takes about half a second, which once a month is no burden.
 */
const BEFORE_RUN = 30 * DAY

/** In idle time it costs no wait, so sooner: a model that is used weekly is hardly ever checked before a run. */
const IN_IDLE_TIME = 7 * DAY

/**
 * Whether a model's files are to be compared with their hashes.
 * @param last `null` where they never were since they came.
 */
export const isCheckDue = (
  last: FileCheck | null,
  version: string,
  now: number,
  when: 'before a run' | 'in idle time',
): boolean =>
  // A clock that was set back leaves dates of the future, which say nothing.
  last?.version !== version ||
  last.at > now ||
  now - last.at > (when === 'before a run' ? BEFORE_RUN : IN_IDLE_TIME)
