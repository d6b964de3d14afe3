import type { Page } from 'playwright'

/** Labels of every arm: the app's own six. */
const LABELS = ['car', 'document', 'motorcycle', 'truck', 'person', 'other']

/** Pictures per run where a batch is meant: the knee on WASM, for every arm alike. */
const BATCH = 4

const MODEL = 'bench/vit-b32'

/** One of the things that are compared. All answer in milliseconds, measured inside the browser. */
export interface Arm {
  /** One picture, from its file to its result. */
  single(url: string): Promise<number>
  /** All pictures, from their files to their results. @param labels others than the app's own six. */
  batch(urls: readonly string[], labels?: readonly string[]): Promise<number>
}

/** The built app, through its page API: decode, resize, encode, score. */
export const openApp = async (page: Page, hub: string): Promise<Arm & { threads: number }> => {
  const model = await page.evaluate(
    ({ baseUrl }) => window.taglens.loadModel({ baseUrl, dtype: 'q8', device: 'wasm' }),
    { baseUrl: `${hub}/${MODEL}/resolve/main` },
  )
  const classify = (urls: readonly string[], labels: readonly string[] = LABELS) =>
    page.evaluate(
      async ({ urls: addresses, labels }) => {
        const pictures = await Promise.all(addresses.map(async (address) => (await fetch(address)).blob()))
        const encodesBefore = window.taglens.stats().pictureEncodes
        const startedAt = performance.now()
        const records = await window.taglens.classify(pictures, { labels })
        const time = performance.now() - startedAt
        const encodes = window.taglens.stats().pictureEncodes - encodesBefore
        if (encodes !== pictures.length || records.some((record) => 'error' in record))
          throw new Error(`${encodes} of ${pictures.length} pictures were encoded`)
        return time
      },
      { urls, labels: [...labels] },
    )
  return { threads: model.threads, single: (url) => classify([url]), batch: classify }
}

/** Where the hub has the vision graph that all ways run. */
export const graphAddress = (hub: string, tower: 'vision' | 'text' = 'vision'): string =>
  `${hub}/${MODEL}/resolve/main/onnx/${tower}_model_quantized.onnx`

/** `session.run` on a tensor that is there already: no file, no decoding, no text, no score. */
export const openBareLoop = async (
  page: Page,
  hub: string,
  threads: number,
  tower: 'vision' | 'text' = 'vision',
): Promise<Arm> => {
  await page.evaluate(([url, count]) => window.bench.openBare(url, count), [
    graphAddress(hub, tower),
    threads,
  ] as const)
  const run = (runs: number, batch: number) =>
    page.evaluate(([count, size]) => window.bench.runBare(count, size), [runs, batch] as const)
  return { single: () => run(1, 1), batch: (urls) => run(Math.ceil(urls.length / BATCH), BATCH) }
}

/** The pipeline of transformers.js on the same files: decode, resize, encode pictures and labels, score. */
export const openPipeline = async (page: Page, hub: string, threads: number): Promise<Arm> => {
  await page.evaluate(([host, id, count]) => window.bench.openPipeline(host, id, count), [
    `${hub}/`,
    MODEL,
    threads,
  ] as const)
  const run = (urls: readonly string[], labels: readonly string[] = LABELS) =>
    page.evaluate(([addresses, texts, size]) => window.bench.runPipeline(addresses, texts, size), [
      urls,
      labels,
      BATCH,
    ] as const)
  return { single: (url) => run([url]), batch: run }
}
