import type { WorkboxPlugin } from 'workbox-core/types.js'
import { PrecacheController } from 'workbox-precaching/PrecacheController.js'
import { PrecacheRoute } from 'workbox-precaching/PrecacheRoute.js'
import { Route } from 'workbox-routing/Route.js'
import { onlyWholeFiles } from './only-whole-files'

/** The page and all that it may load, kept whole before a version is used. */
export interface ShellFiles {
  readonly routes: readonly Route[]
  /** Fetches every file that changed; a version of which one is missing is never used. */
  install(event: ExtendableEvent): Promise<unknown>
  /** Drops the files of earlier versions. */
  dropOutdated(event: ExtendableEvent): Promise<unknown>
}

const CODE: readonly RequestDestination[] = ['script', 'style', 'worker', 'font']

/**
 * Serves `files` from the cache called `cacheName`.
 * @param secure adds the security headers to what is served.
 */
export const createShellFiles = (
  files: readonly BuiltFile[],
  cacheName: string,
  secure: WorkboxPlugin,
): ShellFiles => {
  const controller = new PrecacheController({ cacheName, plugins: [onlyWholeFiles, secure] })
  controller.addToCacheList([...files])

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
  }
}
