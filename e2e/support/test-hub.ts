import path from 'node:path'
import { startHubServer, type HubServer } from '../../scripts/hosts/hub-server.ts'
import type { HubHandler } from '../../scripts/hosts/hub/hub-handler.ts'
import { serveFolder } from '../../scripts/hosts/hub/serve-folder.ts'
import { serveRepository } from '../../scripts/hosts/hub/serve-repository.ts'
import { sharedFixtures, sharedRepositories } from '../../scripts/fixtures/shared-models.ts'
import {
  buildColorClassifier,
  buildImagenetColors,
} from '../../src/testing/color-model/build-color-classifier.ts'
import { DEFAULT_HUB_ID, QUICK_LOOK_ID } from '../../src/core/model/catalogue/model-names.ts'
import { buildColorModel } from '../../src/testing/color-model/build-color-model.ts'
import { buildMobileClipModel } from '../../src/testing/color-model/build-mobileclip-model.ts'
import { buildSiglipModel } from '../../src/testing/color-model/build-siglip-model.ts'
import { buildTransformerModel } from '../../src/testing/onnx/build-transformer-model.ts'
import { plainPicture } from './make-pictures.ts'

/** Models that the tests' hub has, by id. The last three need the fixtures. */
export type TestModel =
  | 'test/colours'
  | 'test/mobileclip-colours'
  | 'test/siglip-colours'
  | 'test/unknown-siglip'
  | 'onnx-community/siglip2-base-patch16-224-ONNX'
  | 'Xenova/clip-vit-base-patch32'
  | 'test/color-classifier'
  | 'test/imagenet-colors'
  | 'test/transformer'
  | 'test/endless'
  | 'test/moving'
  | 'test/broken'
  | 'standin/clip'
  | 'standin/mobileclip'
  | 'imagenet/mobilenet'
  | 'bench/vit-b32'

/** The colour model, whose vision graph begins and never ends. */
const endlessModel =
  (length: number): HubHandler =>
  ({ path: asked }) =>
    asked.startsWith('/test/endless/') && asked.endsWith('/onnx/vision_model.onnx')
      ? {
          status: 200,
          headers: { 'Content-Length': String(length) },
          body: {
            pieces: (async function* () {
              yield new Uint8Array(1000)
              await new Promise(() => undefined)
            })(),
          },
        }
      : undefined

/** The same picture twice: one that every page may read, and one that its host lets no other page read. And one without end. */
const redPictures: HubHandler = ({ path: asked }) => {
  const answer = { status: 200, body: plainPicture('red').buffer }
  switch (asked) {
    case '/open/red.png':
      return { ...answer, headers: { 'Content-Type': 'image/png' } }
    case '/open/endless.png':
      return {
        status: 200,
        headers: { 'Content-Type': 'image/png' },
        body: {
          pieces: (async function* () {
            yield new Uint8Array(1000)
            await new Promise(() => undefined)
          })(),
        },
      }
    case '/guarded/red.png':
      // No value is no permission: neither to be read nor, on an isolated page, to be there at all.
      return {
        ...answer,
        headers: {
          'Access-Control-Allow-Origin': 'https://elsewhere.example',
          'Cross-Origin-Resource-Policy': '',
        },
      }
    default:
      return undefined
  }
}

/** A page of another site, which frames whatever page it is told to. */
const embedder: HubHandler = ({ path: asked }) =>
  asked === '/embedder.html'
    ? {
        status: 200,
        headers: { 'Content-Type': 'text/html' },
        body: '<!doctype html><title>Embedder</title><p>Another site</p>',
      }
    : undefined

/** The colour model with a vision graph that is none. */
const brokenModel = () => new Map([...buildColorModel(), ['onnx/vision_model.onnx', 'This is no graph.']])

/** A model that gets another commit when `/move/moving` is asked for: a new name, or a vision graph that is none. */
const movingModel = (): HubHandler => {
  const files = new Map<string, string | Uint8Array>(buildColorModel())
  const repository = serveRepository('test/moving', files)
  return (request) => {
    if (request.path !== '/move/moving') return repository(request)
    const name = request.query.get('name')
    const { taglens, ...config } = JSON.parse(String(files.get('config.json'))) as { taglens: object }
    if (name) files.set('config.json', JSON.stringify({ ...config, taglens: { ...taglens, name } }))
    else files.set('onnx/vision_model.onnx', 'This is no graph.')
    return { status: 200 }
  }
}

/** A hub on this machine with everything that the tests load: models, and `/photos/` and `/nasty/` if they are there. */
export const startTestHub = (): Promise<HubServer> => {
  const fixtures = sharedFixtures()
  const colours = buildColorModel()
  return startHubServer([
    endlessModel(Buffer.byteLength(colours.get('onnx/vision_model.onnx') ?? '')),
    redPictures,
    movingModel(),
    embedder,
    serveRepository('test/colours', colours),
    serveRepository('test/mobileclip-colours', buildMobileClipModel()),
    serveRepository('test/siglip-colours', buildSiglipModel({ tellsScale: true })),
    serveRepository('test/unknown-siglip', buildSiglipModel({ tellsScale: false })),
    serveRepository('onnx-community/siglip2-base-patch16-224-ONNX', buildSiglipModel({ tellsScale: false })),
    // What is recommended, and the quick look, by the names that the catalogue has.
    serveRepository(DEFAULT_HUB_ID, colours),
    serveRepository(QUICK_LOOK_ID, buildImagenetColors()),
    serveRepository('test/color-classifier', buildColorClassifier()),
    serveRepository('test/imagenet-colors', buildImagenetColors()),
    serveRepository('test/transformer', buildTransformerModel()),
    serveRepository('test/endless', colours),
    serveRepository('test/broken', brokenModel()),
    ...(fixtures === null
      ? []
      : [
          ...[...sharedRepositories(fixtures)].map(([id, files]) => serveRepository(id, files)),
          serveFolder('photos', path.join(fixtures, 'photos')),
          serveFolder('nasty', path.join(fixtures, 'nasty')),
        ]),
  ])
}
