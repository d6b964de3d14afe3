import type { Plugin, Rollup } from 'vite'

/** Where the decoders of pictures that browsers do not read lie in the build: kept for offline use if they are used. */
const FOLDER = 'assets/formats'

const OURS = /[\\/]engine[\\/]pixels[\\/]formats[\\/]/
const TIFF =
  /[\\/]node_modules[\\/](geotiff|pako|quick-lru|web-worker|xml-utils|parse-headers|@petamoriken)[\\/]|no-such-tiff-coding/
const OTHERS = /[\\/]node_modules[\\/](icodec|libheif-js|@resvg)[\\/]/
const WASM = /^(libheif|jxl-dec|index_bg)\.wasm$/

const isOfDecoder = (module: string): boolean => [OURS, TIFF, OTHERS].some((place) => place.test(module))

/**
 * How the workers' scripts are divided: what belongs to decoders alone goes into a folder of its own, so that the
 * service worker does not fetch it before someone brings such a picture.
 */
export const decodersApart = {
  chunkFileNames: ({ moduleIds }: Rollup.PreRenderedChunk): string =>
    `${moduleIds.some(isOfDecoder) ? FOLDER : 'assets'}/[name]-[hash].js`,
  assetFileNames: ({ names }: Rollup.PreRenderedAsset): string =>
    `${names.some((name) => WASM.test(name)) ? FOLDER : 'assets'}/[name]-[hash][extname]`,
  // The library brings each of its codings in a file of its own, which are fetched together anyway.
  codeSplitting: {
    groups: [{ name: 'tiff', test: TIFF }],
  },
}

const stub = '\0taglens:no-such-tiff-coding'

/**
 * Leaves codings out of `geotiff` that hardly any picture has: LERC (elevations), Zstandard and WebP weigh four times
 * as much as all others. Files of them are refused before (`formats/tiff/decode-tiff.ts`). LZW, Deflate and PackBits we
 * unpack ourselves (`tiff-codings.ts`).
 */
export const usualTiffCodings = (): Plugin => ({
  name: 'taglens:usual-tiff-codings',
  enforce: 'pre',
  resolveId: {
    filter: { id: /^\.\/(lerc|zstd|webimage|lzw|deflate|packbits)\.js$/ },
    handler: (_source, importer) => (importer?.includes('geotiff') ? stub : null),
  },
  load: {
    filter: { id: /^\0taglens:no-such-tiff-coding$/ },
    handler: () => ({
      code: 'export default class {}\nexport const zstd = undefined',
      moduleType: 'js',
      moduleSideEffects: false,
    }),
  },
})
