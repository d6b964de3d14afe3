import { BlobReader, BlobWriter, TextReader, ZipWriter } from '@zip.js/zip.js'
import { buildColorModel } from '../../src/testing/color-model/build-color-model.ts'

/** What a hostile pack says that it is. */
const manifestOf = (host: string, id: string, commit: string): string =>
  JSON.stringify({
    taglens: 1,
    source: { kind: 'hub', host, id, revision: 'main' },
    revision: commit,
    files: [],
  })

/** A pack of the colour model, with `change` in place of some of its files, compressed by `level`, in base64. */
export const packColours = async (
  change: Readonly<Record<string, string | Uint8Array>>,
  level = 0,
): Promise<string> => {
  const writer = new ZipWriter(new BlobWriter(), { level, useWebWorkers: false })
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
    'taglens-model.json': manifestOf('https://huggingface.co', 'Xenova/clip-vit-base-patch32', 'c0ffee'),
  })
}

/** A pack that names a model of a hub and its commit, with a graph of other bytes that runs as well. */
export const packInItsPlace = (host: string, id: string, commit: string): Promise<string> => {
  const path = 'onnx/vision_model.onnx'
  // A text about the graph (`doc_string`, field 6 of ONNX's ModelProto), which no runtime reads.
  const remark = new Uint8Array([0x32, 1, 0x78])
  return packColours({
    [path]: Buffer.concat([Buffer.from(buildColorModel().get(path) ?? ''), remark]),
    'taglens-model.json': manifestOf(host, id, commit),
  })
}

/** A pack that no honest tool writes. */
interface PackBeyondLimits {
  readonly fault: string
  /** In base64. */
  readonly pack: string
  /** The file in it that has to be named. */
  readonly file: string
}

/** Packs beyond the limits that packs are read within. */
export const packsBeyondLimits = async (): Promise<readonly PackBeyondLimits[]> => {
  const [config, manifest, graph] = ['config.json', 'taglens-model.json', 'onnx/vision_model.onnx'] as const
  const nothing = { taglens: 1, source: { kind: 'disk', id: 'x' }, revision: '' }
  const tooMany = Array.from({ length: 1001 }, (_, i) => ({
    path: `${i}`,
    size: 1,
    sha256: '0'.repeat(64),
  }))
  // The second name is changed in the finished file.
  const twins = Buffer.from(await packColours({ 'confiG.json': '{"other":1}' }), 'base64').toString('latin1')
  return [
    {
      fault: 'a name twice',
      pack: Buffer.from(twins.replaceAll('confiG.json', config), 'latin1').toString('base64'),
      file: config,
    },
    {
      fault: 'two names that look the same',
      pack: await packColours({ 'CONFIG.json': '{"other":1}' }),
      file: 'CONFIG.json',
    },
    {
      fault: 'a manifest of more files than any model',
      pack: await packColours({ [manifest]: JSON.stringify({ ...nothing, files: tooMany }) }),
      file: manifest,
    },
    {
      fault: 'a manifest longer than any',
      pack: await packColours({
        [manifest]: JSON.stringify({ ...nothing, files: [] }) + ' '.repeat(1_100_000),
      }),
      file: manifest,
    },
    {
      fault: 'a graph of 20 MB out of 20 kB',
      pack: await packColours({ [graph]: new Uint8Array(20_000_000) }, 9),
      file: graph,
    },
  ]
}
