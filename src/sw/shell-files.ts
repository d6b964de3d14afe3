import type { WorkboxPlugin } from 'workbox-core/types.js'
import { PrecacheController } from 'workbox-precaching/PrecacheController.js'
import { PrecacheRoute } from 'workbox-precaching/PrecacheRoute.js'
import { Route } from 'workbox-routing/Route.js'
import { dropAltered, keepAgain } from './altered-files'
import { onlyWholeFiles } from './only-whole-files'

/** The page and all that it may load, kept whole before a version is used. */
export interface ShellFiles {
  readonly routes: readonly Route[]
  /** Fetches every file that changed; a version of which one is missing is never used. */
  install(event: ExtendableEvent): Promise<unknown>
  /** Drops the files of earlier versions. */
  dropOutdated(event: ExtendableEvent): Promise<unknown>
  /** Compares every file with the build's list; what was altered or is missing is fetched again. */
  heal(): Promise<void>
}

const CODE: readonly RequestDestination[] = ['script', 'style', 'worker', 'font']

/**
 * A page that is neither kept nor on the host any more is the host's newer one, whole: it names its own scripts.
 * Nothing else is answered by another version.
 */
const newerPage: WorkboxPlugin = {
  handlerDidError: ({ request }) =>
    request.mode === 'navigate' ? fetch(request) : Promise.resolve(undefined),
}

/**
 * Serves `files` from the cache called `cacheName`.
 * @param secure adds the security headers to what is served.
 */
export const createShellFiles = (
  files: readonly BuiltFile[],
  cacheName: string,
  scope: string,
  secure: WorkboxPlugin,
): ShellFiles => {
  const controller = new PrecacheController({ cacheName, plugins: [onlyWholeFiles, newerPage, secure] })
  controller.addToCacheList([...files])

  const kept = files.map(({ url, integrity }) => {
    const { href } = new URL(url, scope)
    return { url: href, key: controller.getCacheKeyForURL(href) ?? href, integrity }
  })

  // The page is the same whatever its query: a deep link is read by its own code.
  const present = new PrecacheRoute(controller, { ignoreURLParametersMatching: [/./], cleanURLs: false })

  // A tab that still runs an earlier version asks for its own files, which the host may have no more.
  const earlier = new Route(
    ({ request, sameOrigin }) => sameOrigin && CODE.includes(request.destination),
    controller.strategy,
  )
  return {
    routes: [present, earlier],
    install: (event) => controller.install(event),
    dropOutdated: (event) => controller.activate(event),
    heal: async () => {
      await keepAgain(cacheName, await dropAltered(cacheName, kept))
    },
  }
}
