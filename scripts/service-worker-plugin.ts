import path from 'node:path'
import { build, type Plugin, type ResolvedConfig } from 'vite'
import { getManifest, type ManifestEntry } from 'workbox-build'

/** What the first screen, its dialogs and the workers are made of. */
const SHELL = ['index.html', 'assets/**/*.{js,css,woff2,svg}', 'manifest.webmanifest', 'icons/**']

/** What is kept at its first use or in idle time, so that the next visit needs no network. */
const ENGINE = ['assets/ort-wasm-simd-threaded-*.wasm', 'models/mini/**', 'samples/**']

/** What is kept only if it is used: builds of ONNX Runtime for graphics cards, up to 27 MB. */
const RARE = ['assets/ort-wasm-simd-threaded.*.wasm']

/** Over the largest file above. */
const MAX_BYTES = 64 * 1024 * 1024

/** Names that Vite gives carry a hash; such a file never changes. */
const HASHED = /^assets\//

const filesOf = async (folder: string, globPatterns: string[]): Promise<readonly ManifestEntry[]> => {
  const { manifestEntries, warnings } = await getManifest({
    globDirectory: folder,
    globPatterns,
    maximumFileSizeToCacheInBytes: MAX_BYTES,
    dontCacheBustURLsMatching: HASHED,
  })
  if (warnings.length > 0) throw new Error(warnings.join('\n'))
  return manifestEntries
}

/** Bundles one entry of `src/sw` to a classic script: not every browser takes modules there. */
const bundle = async (
  { root, build: { outDir } }: ResolvedConfig,
  entry: string,
  define: Readonly<Record<string, string>>,
): Promise<void> => {
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    define: { 'process.env.NODE_ENV': JSON.stringify('production'), ...define },
    build: {
      target: 'es2023',
      outDir,
      emptyOutDir: false,
      rolldownOptions: {
        input: path.join(root, 'src/sw', `${entry}.ts`),
        output: { format: 'iife', entryFileNames: `${entry}.js` },
      },
    },
  })
}

/**
 * Builds the service worker when all other files are written: it names them by content, so that a change of any
 * one is a new version. Its own name never changes.
 */
export const serviceWorker = (): Plugin => {
  let config: ResolvedConfig
  return {
    name: 'taglens:service-worker',
    apply: 'build',
    configResolved: (resolved) => {
      config = resolved
    },
    closeBundle: {
      order: 'post',
      handler: async () => {
        const folder = path.resolve(config.root, config.build.outDir)
        await bundle(config, 'service-worker', {
          SHELL_FILES: JSON.stringify(await filesOf(folder, SHELL)),
          ENGINE_FILES: JSON.stringify(await filesOf(folder, ENGINE)),
          RARE_FILES: JSON.stringify(await filesOf(folder, RARE)),
        })
        await bundle(config, 'kill-switch', {})
      },
    },
  }
}
