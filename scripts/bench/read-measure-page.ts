import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import * as v from 'valibot'

const milliseconds = v.pipe(v.number(), v.minValue(0))

const rungResult = v.variant('kind', [
  v.object({
    kind: v.literal('measured'),
    ready: milliseconds,
    selfCheck: v.object({
      kind: v.picklist(['verified', 'inexact', 'plausible']),
      distance: v.optional(v.number()),
      against: v.optional(v.picklist(['golden', 'cpu'])),
    }),
    batches: v.array(
      v.object({ pictures: v.number(), first: milliseconds, run: milliseconds, runs: v.number() }),
    ),
  }),
  v.object({ kind: v.literal('no file') }),
  v.object({ kind: v.literal('refused'), reason: v.string() }),
  v.object({ kind: v.literal('failed'), error: v.looseObject({ code: v.string() }) }),
])

const measurement = v.object({
  version: v.literal(1),
  userAgent: v.string(),
  capabilities: v.looseObject({ cores: v.number(), isolated: v.boolean() }),
  model: v.object({ id: v.string(), name: v.string(), revision: v.string() }),
  preparation: v.array(
    v.object({ width: v.number(), height: v.number(), median: milliseconds, runs: v.number() }),
  ),
  rungs: v.array(
    v.object({
      rung: v.object({
        device: v.picklist(['webgpu', 'wasm']),
        dtype: v.picklist(['fp32', 'fp16', 'q8', 'q4', 'q4f16']),
        threads: v.number(),
        executor: v.picklist(['onnx-runtime', 'own']),
      }),
      result: rungResult,
    }),
  ),
})

/** What the page writes, as `page/page-result.ts` has it. */
const pageResult = v.object({
  version: v.literal(1),
  build: v.looseObject({ version: v.string(), commit: v.string() }),
  adapter: v.nullable(v.record(v.string(), v.string())),
  measurements: v.array(
    v.variant('kind', [
      v.object({ kind: v.literal('done'), value: measurement }),
      v.object({ kind: v.literal('cancelled') }),
      v.object({ kind: v.literal('failed'), error: v.looseObject({ code: v.string() }) }),
    ]),
  ),
  levers: v.array(
    v.object({
      graph: v.string(),
      lever: v.string(),
      batch: v.number(),
      time: v.variant('kind', [
        v.object({ kind: v.literal('measured'), first: v.number(), run: v.number(), runs: v.number() }),
        v.object({ kind: v.literal('failed'), detail: v.string() }),
      ]),
    }),
  ),
  pixelWorkers: v.array(v.object({ workers: v.number(), pictures: v.number(), perSecond: v.number() })),
  pipeline: v.array(
    v.object({
      model: v.string(),
      device: v.string(),
      dtype: v.string(),
      megapixels: v.number(),
      pictures: v.number(),
      perSecond: v.number(),
    }),
  ),
  deviceLoss: v.nullable(v.string()),
  seconds: v.number(),
})

/** A page's JSON, checked. */
export type MeasurePageResult = v.InferOutput<typeof pageResult>

/** Reads what `--dump-dom` has printed. @throws where it is not what the page writes when it is done. */
const parseMeasurePage = (html: string): MeasurePageResult => {
  const text = /<title>done<\/title>[\s\S]*<body>([\s\S]*)<\/body>/.exec(html)?.[1]
  if (text === undefined) throw new Error(`The page is not done: ${html.slice(0, 300)}`)
  const plain = text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
  const result: unknown = JSON.parse(plain)
  if (!v.is(pageResult, result)) throw new Error(`The page says: ${plain.slice(0, 600)}`)
  return result
}

/** Opens the page without a window and waits for its text, as on a machine without Node. */
export const readMeasurePage = async (
  browser: string,
  url: string,
  flags: readonly string[],
): Promise<MeasurePageResult> => {
  const { stdout } = await promisify(execFile)(
    browser,
    ['--headless', '--no-sandbox', '--disable-dev-shm-usage', ...flags, '--dump-dom', url],
    { maxBuffer: 64e6 },
  )
  return parseMeasurePage(stdout)
}
