import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import type { Plugin, PluginOption } from 'vite'
import type { TestSpecification } from 'vitest/node'
import { defineConfig, type TestProjectInlineConfiguration, type ViteUserConfig } from 'vitest/config'
import { findHeadless, softwareWebGpu, sparing } from './scripts/browsers/find-browser.ts'
import { createHubCommands } from './scripts/hosts/hub/hub-commands.ts'
import { isolationHeaders } from './src/core/site/response-headers.ts'
import { engineAlias, enginePlugins } from './scripts/build/engine-build.ts'
import { decodersApart } from './scripts/build/format-decoders-plugin.ts'
import { firstFrame } from './scripts/build/first-frame-plugin.ts'
import { securityMeta } from './scripts/build/security-meta-plugin.ts'
import { serviceWorker } from './scripts/build/service-worker-plugin.ts'
import { startCheck } from './scripts/build/start-check-plugin.ts'
import { buildIdentity } from './scripts/build/build-identity.ts'
import { preloadParts, wholePart } from './scripts/build/preload-parts-plugin.ts'
import { scriptGroups } from './scripts/build/script-groups.ts'

const root = import.meta.dirname

/** Photographs and reference numbers that are too big for the repository. Tests that need them skip without. */
const sharedPath = path.resolve(root, process.env.TAGLENS_SHARED ?? '../shared')
const shared = existsSync(sharedPath) ? sharedPath : ''

const nodeTests: TestProjectInlineConfiguration = {
  extends: true,
  test: {
    name: 'node',
    environment: 'node',
    // Importing a module does nothing, so files need no process of their own: half the CPU time.
    isolate: false,
    include: ['src/{core,words,protocol,state,api,testing}/**/*.test.ts', 'scripts/**/*.test.ts'],
    exclude: ['src/testing/gallery/**'],
    setupFiles: ['src/testing/settle-imports.ts'],
  },
}

/** Beyond, one server of modules is what all pages wait for. */
const MOST_PAGES = 8

/**
 * Has the browser keep the modules that it was served: each page and worker of a test asks for hundreds again, a fifth
 * of all CPU time.
 */
const keptWhileTesting = (): Plugin => ({
  name: 'taglens:kept-while-testing',
  configureServer: ({ middlewares }) => {
    middlewares.use((_request, response, next) => {
      const setHeader = response.setHeader.bind(response)
      response.setHeader = (name, value) => setHeader(name, value === 'no-cache' ? 'max-age=3600' : value)
      next()
    })
  },
})

/** Files that take a page longest though they are short. Vitest begins with the largest, and one that is left for last keeps one core alone busy. */
const TAKES_LONGEST = /\/(gallery|inference-pool|measure-model|import-export)\.test\.ts$/

const longestFirst = async () => {
  const { BaseSequencer } = await import('vitest/node')
  return class extends BaseSequencer {
    override async sort(files: TestSpecification[]) {
      const sorted = await super.sort(files)
      const takesLongest = ({ moduleId }: (typeof sorted)[number]) => TAKES_LONGEST.test(moduleId)
      return [...sorted.filter(takesLongest), ...sorted.filter((file) => !takesLongest(file))]
    }
  }
}

const browserTests = async (): Promise<TestProjectInlineConfiguration> => {
  const { playwright } = await import('@vitest/browser-playwright')
  return {
    extends: true,
    // While tests watch, files change.
    plugins: process.argv.includes('run') ? [keptWhileTesting()] : [],
    test: {
      name: 'browser',
      // As of the tests end to end: pages share the cores with all else that runs, and a second try is told as one.
      retry: process.env.CI ? 1 : 0,
      // After Node's, which take one core, and on every core: Vitest would leave one idle.
      sequence: { groupOrder: 1 },
      maxWorkers: Math.min(availableParallelism(), MOST_PAGES),
      include: ['src/{engine,client,platform,sw,testing/gallery}/**/*.test.ts', 'src/ui/**/*.test.{ts,tsx}'],
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        commands: createHubCommands(),
        provider: playwright({
          launchOptions: { executablePath: await findHeadless(), args: [...softwareWebGpu, ...sparing] },
        }),
        instances: [{ browser: 'chromium' }],
      },
    },
  }
}

export default defineConfig(async ({ mode }): Promise<ViteUserConfig> => {
  // The bench compares with the whole of transformers.js, its runtime included.
  const engine = (): PluginOption[] => enginePlugins(mode === 'bench' ? 'whole' : 'tokenizers')
  return {
    base: './',
    resolve: { alias: engineAlias },
    define: { TAGLENS_BUILD: JSON.stringify(buildIdentity(root)) },
    plugins: [
      preloadParts(),
      react(),
      tailwindcss(),
      engine(),
      mode === 'bench' ? [] : [securityMeta(), firstFrame(), startCheck(), serviceWorker()],
    ],
    worker: { format: 'es', plugins: engine, rolldownOptions: { output: decodersApart } },
    build: {
      target: 'es2023',
      // For those who read the stacks of a report; no script refers to them, so nothing else loads them.
      sourcemap: 'hidden',
      modulePreload: { polyfill: false, resolveDependencies: wholePart },
      // Inlined files would be `data:` addresses, which a content security policy would have to allow.
      assetsInlineLimit: 0,
      rolldownOptions: { output: { codeSplitting: { groups: scriptGroups } } },
    },
    optimizeDeps: {
      // The runtime finds its wasm beside its own file, so it must stay where it is.
      exclude: ['onnxruntime-web'],
      // Found late, in a worker or a late part, a package would reload the page in the middle of a test, as `idb` did.
      // So tests find none: what has to be made ready is in this list, and the rest is served as it is.
      noDiscovery: Boolean(process.env.VITEST),
      include: [
        ...['@xenova/transformers', 'comlink', 'fast-check', 'valibot', 'zustand', 'zustand/vanilla', 'idb'],
        ...['react', 'react-dom', 'react-dom/client', 'react/jsx-runtime', 'react/jsx-dev-runtime'],
        ...['radix-ui', 'lucide-react', 'axe-core', 'cmdk', '@resvg/resvg-wasm', 'icodec/jxl-dec.js'],
        ...[
          'hash-wasm',
          '@zip.js/zip.js',
          '@zip.js/zip.js/lib/zip-core-reader.js',
          '@zip.js/zip.js/lib/zip-core-native.js',
          'geotiff',
          'libheif-js/libheif-wasm/libheif.js',
          'i18next',
          'workbox-core/copyResponse.js',
        ],
        '@tanstack/react-virtual',
      ],
    },
    server: { headers: isolationHeaders, fs: { allow: [root, ...(shared ? [shared] : [])] } },
    preview: { headers: isolationHeaders },
    test: {
      env: { TAGLENS_SHARED: shared, TAGLENS_FULL_SIZE: process.env.TAGLENS_FULL_SIZE ?? '' },
      // Guards against what never ends, as Playwright's: a cold machine that others share compiles, lints or starts a
      // model within one test. Nothing passes by being fast: milliseconds are the bench's.
      testTimeout: 120_000,
      hookTimeout: 120_000,
      expect: { poll: { timeout: 20_000 } },
      ...(process.env.VITEST
        ? { projects: [nodeTests, await browserTests()], sequence: { sequencer: await longestFirst() } }
        : {}),
    },
  }
})
