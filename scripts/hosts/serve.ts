/**
 * Serves `dist` as a static host would, under a path of its own.
 *
 * `tsx scripts/hosts/serve.ts [--port 4173] [--base /taglens/] [--pages]`; `--pages` behaves as GitHub Pages
 * does: no isolation headers, for one.
 */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { createStaticServer } from './static-server.ts'

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4173' },
    base: { type: 'string', default: '/taglens/' },
    pages: { type: 'boolean', default: false },
  },
})
const folder = path.join(import.meta.dirname, '../../dist')
if (!existsSync(path.join(folder, 'index.html'))) {
  console.error('There is no build to serve. Run first: npm run build')
  process.exit(1)
}
createStaticServer({ folder, base: values.base, kind: values.pages ? 'pages' : 'isolated' }).listen(
  Number(values.port),
  'localhost',
  () => {
    console.log(`Serving dist at http://localhost:${values.port}${values.base}`)
  },
)
