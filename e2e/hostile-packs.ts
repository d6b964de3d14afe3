import { BlobReader, BlobWriter, TextReader, ZipWriter } from '@zip.js/zip.js'
import { buildColorModel } from '../src/testing/color-model/build-color-model.ts'

/** What a hostile pack says that it is: a model of the catalogue, of the hub itself. */
const manifest = JSON.stringify({
  taglens: 1,
  source: {
    kind: 'hub',
    host: 'https://huggingface.co',
    id: 'Xenova/clip-vit-base-patch32',
    revision: 'main',
  },
  revision: 'c0ffee',
  files: [],
})

/** A pack of the colour model, with `change` in place of some of its files, in base64. */
export const packColours = async (change: Readonly<Record<string, string>>): Promise<string> => {
  const writer = new ZipWriter(new BlobWriter(), { level: 0, useWebWorkers: false })
  const files = new Map<string, string | Uint8Array>([...buildColorModel(), ...Object.entries(change)])
  for (const [path, content] of files) {
    const reader =
      typeof content === 'string'
        ? new TextReader(content)
        : new BlobReader(new Blob([Uint8Array.from(content)]))
    await writer.add(path, reader)
  }
  return Buffer.from(await (await writer.close()).arrayBuffer()).toString('base64')
}

/** A pack of the colour model whose manifest and configuration say that it is a model of the hub. */
export const packThatPoses = (): Promise<string> => {
  const config = JSON.parse(String(buildColorModel().get('config.json'))) as object
  return packColours({
    'config.json': JSON.stringify({ ...config, taglens: { name: 'CLIP ViT-B/32' } }),
    'taglens-model.json': manifest,
  })
}
