import path from 'node:path'
import {
  MEASURED_BATCHES,
  picturesPerSecond,
  rungName,
} from '../../../src/core/runtime/measure/measurement.ts'
import { softwareWebGpu } from '../../browsers/find-browser.ts'
import { freePort } from '../../hosts/free-port.ts'
import { createStaticServer } from '../../hosts/static-server.ts'
import { buildMeasureSite } from '../measure-site.ts'
import { type MeasurePageResult, readMeasurePage } from '../read-measure-page.ts'
import { table } from './figures.ts'

/** A model on every rung of this machine. */
export interface RungTable {
  readonly model: string
  /** Cells: rung, ready in ms, first picture in ms, pictures a second at 1, 4 and 16, self-check. */
  readonly rows: readonly (readonly string[])[]
}

export const RUNGS_TITLE = '## Every way to run a model on this machine'

const cellsOf = ({ rung, result }: Rung): readonly string[] => {
  if (result.kind !== 'measured')
    return [
      rungName(rung),
      ...MEASURED_BATCHES.map(() => ''),
      '',
      '',
      result.kind === 'failed' ? result.error.code : '',
    ]
  const { batches, ready, selfCheck } = result
  const rates = MEASURED_BATCHES.map((pictures) => {
    const batch = batches.find((time) => time.pictures === pictures)
    if (!batch) return '–'
    const rate = picturesPerSecond(batch)
    return rate < 100 ? rate.toPrecision(3) : rate.toFixed(0)
  })
  const distance = selfCheck.distance === undefined ? '' : `, ${selfCheck.distance.toPrecision(2)}`
  return [
    rungName(rung),
    ready.toFixed(0),
    (batches[0]?.first ?? 0).toFixed(0),
    ...rates,
    `${selfCheck.kind}${distance}`,
  ]
}

type Measured = Extract<MeasurePageResult['measurements'][number], { kind: 'done' }>['value']
type Rung = Measured['rungs'][number]

/**
 * Measures this machine by the page that measures any, without a window: ViT-B/32's compute and Mini on the processor,
 * and the colour model on the software adapter, since larger ones take minutes a picture there.
 */
export const measureRungs = async (browser: string): Promise<readonly RungTable[]> => {
  const folder = path.join(import.meta.dirname, '../../../.cache/measure-site')
  await buildMeasureSite(folder, true)
  const port = await freePort()
  const server = createStaticServer({ folder, base: '/', kind: 'isolated' })
  await new Promise<void>((resolve) => server.listen(port, 'localhost', resolve))
  const read = async (query: string, flags: readonly string[]) => {
    const { measurements } = await readMeasurePage(
      browser,
      `http://localhost:${port}/?run&parts=models&${query}`,
      flags,
    )
    return measurements.flatMap((outcome) => (outcome.kind === 'done' ? [outcome.value] : []))
  }
  try {
    const measured = [
      ...(await read('models=vit-b32,mini', [])),
      ...(await read('models=colours&software', softwareWebGpu)),
    ]
    return measured.map(({ model, rungs }) => ({
      model: model.name,
      rows: rungs.filter(({ result }) => result.kind === 'measured' || result.kind === 'failed').map(cellsOf),
    }))
  } finally {
    server.close()
    server.closeAllConnections()
  }
}

/** The section of the report about every way to run a model. */
export const rungsSection = (tables: readonly RungTable[]): string => `${RUNGS_TITLE}

By the page that measures any machine (\`npm run bench:page\`), in a browser without a window. Pictures a second are of
the graph that sees pictures alone, so many in one run; milliseconds otherwise. The last column is the self-check, with
its cosine distance where there was something to compare with. "Colour model" is a few kilobytes made by hand, here on
SwiftShader: it shows that the path is right, and says nothing about the speed of a card. No graphics card has been
measured yet.

${tables
  .map(
    ({ model, rows }) =>
      `${model}:\n\n${table(['', 'ready', 'first picture', '1', '4', '16', 'self-check'], rows)}`,
  )
  .join('\n\n')}

On another machine, where neither Node nor a network is needed:

\`\`\`sh
npm run bench:page -- --out page --fixtures   # here; copy the folder there
python3 -m http.server -d page 8000           # there, or any other static server
chromium --headless --dump-dom FLAGS 'http://localhost:8000/?run' > result.html
\`\`\`

FLAGS are on Linux with Vulkan \`--enable-unsafe-webgpu --enable-features=Vulkan --use-angle=vulkan
--disable-vulkan-surface --ignore-gpu-blocklist\`; on macOS none, with Metal; on Windows none, with Direct3D 12, by
\`chrome.exe\`. A server that sends the two isolation headers gives WASM its threads. \`&models=mini\` and
\`&parts=models,pixels,levers\` take less of it: levers are what ONNX Runtime offers for a card, measured without the app.
In the app the same is "Measure this machine".`
