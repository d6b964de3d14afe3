/** Every project of one GitHub Pages owner shares one origin, and so one list of caches. */
const PREFIX = 'taglens-'

/** The Cache Storage names of one installation of the app; two installations on one origin share none. */
export interface CacheNames {
  /** The page, its scripts and styles: everything that the first screen may need. */
  readonly shell: string
  /** WebAssembly and the built-in model: large, kept at first use or in idle time. */
  readonly engine: string
  /** Pictures that another app or site has sent, until a page has opened. */
  readonly inbox: string
  /** Pages on their way over a navigation of their own: pictures, tags, what is selected. */
  readonly carried: string
}

/**
 * Names the caches of the app that is installed under `scope`.
 * @param scope path of the app, e.g. `/taglens/`
 */
export const cacheNames = (scope: string): CacheNames => ({
  shell: `${PREFIX}shell ${scope}`,
  engine: `${PREFIX}engine ${scope}`,
  inbox: `${PREFIX}inbox ${scope}`,
  carried: `${PREFIX}carried ${scope}`,
})

/** Of all caches of the origin, those of the app under `scope`, of any version. */
export const ownCaches = (names: readonly string[], scope: string): readonly string[] =>
  names.filter((name) => name.startsWith(PREFIX) && name.endsWith(` ${scope}`))

/** Caches that an earlier version of the app under `scope` left behind. */
export const staleCaches = (names: readonly string[], scope: string): readonly string[] => {
  const present = Object.values<string>({ ...cacheNames(scope) })
  return ownCaches(names, scope).filter((name) => !present.includes(name))
}
