/**
 * `npm run bench:page -- --out DIR [--fixtures]`: writes a folder of static files that measures the machine it is opened
 * on. Any static server will do. Opened with `?run` it measures at once, writes its JSON as the page's whole text and
 * sets the title to "done"; `chromium --headless --dump-dom` prints it then. See docs/bench.md.
 */
import path from 'node:path'
import { parseArgs } from 'node:util'
import { buildMeasureSite } from './measure-site.ts'

const { values } = parseArgs({
  options: { out: { type: 'string' }, fixtures: { type: 'boolean', default: false } },
})
if (values.out === undefined) {
  console.error('Say where to write it: npm run bench:page -- --out DIR')
  process.exitCode = 1
} else {
  const out = path.resolve(values.out)
  await buildMeasureSite(out, values.fixtures)
  console.log(`${out}: serve it, and open it with ?run`)
}
