import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { build, type Plugin, type ResolvedConfig } from 'vite'
import { fileIntegrity, fileRevision } from './file-revision.ts'

/** A file of the build, as Workbox wants it: the revision tells one version from the next. */
interface ListedAsset {
  readonly url: string
  /** `null` where the name itself changes with the content. */
  readonly revision: string | null
  /** What its content has to be, at its coming and whenever it is compared again (ADR 26). */
  readonly integrity: string
}

/** What the first screen, its dialogs and the workers are made of. */
const SHELL =
  /^(index\.html|manifest\.webmanifest|start-check\.js|icons\/.+|assets\/[^/]+\.(js|css|woff2|svg))$/

/** What is kept at its first use or in idle time, so that the next visit needs no network. */
const ENGINE = /^(assets\/ort-wasm-simd-threaded-[^/]+\.wasm|models\/mini\/.+|samples\/.+)$/

/**
 * What is kept only if it is used: builds of ONNX Runtime for graphics cards, up to 27 MB, and the decoders of pictures
 * that browsers do not read.
 */
const RARE = /^assets\/(ort-wasm-simd-threaded\.[^/]+\.wasm|formats\/.+\.(js|wasm))$/

/** Names that Vite gives carry a hash; such a file never changes. */
const HASHED = 'assets/'

const filesOf = (folder: string, wanted: RegExp): readonly ListedAsset[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => wanted.test(file) && statSync(path.join(folder, file)).isFile())
    .sort()
    .map((url) => {
      const content = readFileSync(path.join(folder, url))
      const revision = url.startsWith(HASHED) ? null : fileRevision(content)
      return { url, revision, integrity: fileIntegrity(content) }
    })

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
      sourcemap: 'hidden',
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
          SHELL_FILES: JSON.stringify(filesOf(folder, SHELL)),
          ENGINE_FILES: JSON.stringify(filesOf(folder, ENGINE)),
          RARE_FILES: JSON.stringify(filesOf(folder, RARE)),
        })
        await bundle(config, 'kill-switch', {})
      },
    },
  }
}
