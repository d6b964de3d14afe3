import { addDecoder, BaseDecoder, type ImageFileDirectory } from 'geotiff'
import { unpackLzw } from '../../../../core/pixels/unpack/unpack-lzw'
import { unpackPackBits } from '../../../../core/pixels/unpack/unpack-packbits'

type Bytes = Uint8Array<ArrayBuffer>

/** What `BaseDecoder` is given of a strip or tile. */
type BlockParameters = BaseDecoder['parameters']

const inflate = async (packed: Bytes, most: number): Promise<Bytes> => {
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate')).getReader()
  const parts: Bytes[] = []
  let length = 0
  while (length < most) {
    const { done, value } = await reader.read()
    if (done) break
    parts.push(value)
    length += value.length
  }
  // Of a bomb the rest is never unpacked.
  if (length >= most) await reader.cancel()
  return new Uint8Array(await new Blob(parts).arrayBuffer()).subarray(0, most)
}

type Unpack = (packed: Bytes, most: number) => Bytes | Promise<Bytes>

/** Codings by TIFF's numbers for them. */
const codings: readonly (readonly [readonly number[], Unpack])[] = [
  [[1], (packed) => packed],
  [[5], unpackLzw],
  [[8, 32946], inflate],
  [[32773], unpackPackBits],
]

/** Bytes of a row of a strip or tile, and of all of them. */
const blockBytes = ({ tileWidth, tileHeight, bitsPerSample, planarConfiguration }: BlockParameters) => {
  const bits = typeof bitsPerSample === 'number' ? [bitsPerSample] : [...bitsPerSample]
  const each = planarConfiguration === 2 ? (bits[0] ?? 1) : bits.reduce((sum, depth) => sum + depth, 0)
  const row = Math.ceil((tileWidth * each) / 8)
  return { row, whole: row * tileHeight }
}

/** Unpacks strips and tiles, each to no more than its own pixels. */
const decoderOf = (unpack: Unpack): typeof BaseDecoder =>
  class extends BaseDecoder {
    override async decodeBlock(buffer: ArrayBufferLike): Promise<ArrayBufferLike> {
      const { row, whole } = blockBytes(this.parameters)
      const unpacked = await unpack(new Uint8Array(buffer as ArrayBuffer), whole)
      // The library undoes differences row by row, and takes a part of one for an exhausted memory.
      if (unpacked.length % row !== 0 && this.parameters.predictor !== 1)
        throw new Error('a strip or tile ends within a row')
      return unpacked.byteLength === unpacked.buffer.byteLength ? unpacked.buffer : unpacked.slice().buffer
    }
  }

/** As the library asks, save that a strip is no higher than the picture, whatever the file says. */
const parametersOf = async (directory: ImageFileDirectory): Promise<BlockParameters> => {
  type Tag = Parameters<typeof directory.hasTag>[0]
  const number = async (tag: Tag, usual: number): Promise<number> =>
    Number((await directory.loadValue(tag)) ?? usual)
  const isTiled = !directory.hasTag('StripOffsets')
  const height = await number('ImageLength', 0)
  return {
    tileWidth: await number(isTiled ? 'TileWidth' : 'ImageWidth', 0),
    tileHeight: isTiled
      ? await number('TileLength', 0)
      : Math.min(height, (await number('RowsPerStrip', 0)) || height),
    planarConfiguration: await number('PlanarConfiguration', 1),
    bitsPerSample: (await directory.loadValue('BitsPerSample')) as number[],
    predictor: await number('Predictor', 1),
  }
}

/**
 * Has geotiff unpack by our own codings. Its own of LZW never ends on a damaged table, and it unpacks a strip of Deflate
 * whatever that comes to.
 */
export const useBoundedCodings = (): void => {
  for (const [numbers, unpack] of codings)
    addDecoder([...numbers], () => Promise.resolve(decoderOf(unpack)), parametersOf)
}
