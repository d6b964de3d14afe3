/**
 * Serves the test models as a model hub, to try the app by hand: load a model from the address that it prints.
 *
 * `tsx scripts/hosts/serve-hub.ts [--port 4180]`
 */
import { parseArgs } from 'node:util'
import { buildColorModel } from '../../src/testing/color-model/build-color-model.ts'
import { startHubServer } from './hub-server.ts'
import { serveRepository } from './hub/serve-repository.ts'
import { NO_FIXTURES, sharedFixtures, sharedRepositories } from '../fixtures/shared-models.ts'

const { values } = parseArgs({ options: { port: { type: 'string', default: '4180' } } })
const fixtures = sharedFixtures()
if (!fixtures) console.log(`Only the colour model is served: the others ${NO_FIXTURES}.`)
const repositories = new Map([
  ['test/colours', buildColorModel()],
  ...(fixtures ? sharedRepositories(fixtures) : []),
])
const hub = await startHubServer(
  [...repositories].map(([id, files]) => serveRepository(id, files)),
  Number(values.port),
)
for (const id of repositories.keys()) console.log(`${hub.origin}/${id}/resolve/main`)
