/** A page of Playwright's or of Puppeteer's. */
interface EvaluatingPage {
  evaluate(work: () => Promise<readonly string[]>): Promise<readonly string[]>
}

/** What the next visit needs to encode pictures and tags without a network, some WebAssembly aside. */
const NEEDED: readonly string[] = [
  '/taglens/models/mini/onnx/text_model.onnx',
  '/taglens/models/mini/onnx/vision_model.onnx',
  '/taglens/models/mini/tokenizer.json',
  '/taglens/models/mini/tokenizer_config.json',
  '/taglens/samples/red-car.png',
]

/** What the service worker has yet to keep before the network may go. */
export const notYetKept = async (page: EvaluatingPage): Promise<readonly string[]> => {
  const kept = await page.evaluate(async () => {
    const cache = await caches.open('taglens-engine /taglens/')
    return (await cache.keys()).map(({ url }) => new URL(url).pathname)
  })
  const missing = NEEDED.filter((path) => !kept.includes(path))
  return kept.some((path) => path.endsWith('.wasm')) ? missing : [...missing, '*.wasm']
}
