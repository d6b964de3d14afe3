/**
 * The one table of who may import whom. ESLint's boundaries, dependency-cruiser's rules and the test that
 * holds every `tsconfig.json` to it are generated from here; docs/ARCHITECTURE.md draws the same picture.
 *
 * `imports`: the other layers that a file of this layer may name. `packages`: the npm packages it may name.
 * `lib`: what TypeScript may assume exists at run time.
 *
 * @typedef {{ imports: readonly string[], packages: readonly string[], lib: 'es' | 'worker' | 'dom' }} Layer
 */

/** @type {Readonly<Record<string, Layer>>} */
export const layers = {
  core: { imports: [], packages: [], lib: 'es' },
  // The languages' texts, as data; who speaks imports them.
  words: { imports: ['core'], packages: ['i18next'], lib: 'es' },
  protocol: { imports: ['core'], packages: ['comlink'], lib: 'worker' },
  engine: {
    imports: ['core', 'protocol'],
    packages: [
      ...['comlink', 'onnxruntime-web', '@xenova/transformers', 'valibot'],
      ...['hash-wasm', '@zip.js/zip.js', 'idb'],
      ...['libheif-js', 'icodec', 'geotiff', '@resvg/resvg-wasm'],
    ],
    lib: 'worker',
  },
  client: { imports: ['core', 'protocol'], packages: ['comlink'], lib: 'dom' },
  platform: { imports: ['core'], packages: ['valibot', '@zip.js/zip.js'], lib: 'dom' },
  state: { imports: ['core', 'words', 'protocol', 'client', 'platform'], packages: ['zustand'], lib: 'dom' },
  api: {
    imports: ['core', 'words', 'protocol', 'client', 'platform', 'state'],
    packages: ['valibot'],
    lib: 'dom',
  },
  ui: {
    imports: ['core', 'words', 'state'],
    packages: [
      'react',
      'react-dom',
      'zustand',
      'radix-ui',
      'lucide-react',
      '@tanstack/react-virtual',
      'cmdk',
      '@fontsource-variable/inter',
    ],
    lib: 'dom',
  },
  sw: {
    // `protocol` for the airplane switch, which page, workers and service worker share.
    imports: ['core', 'protocol'],
    packages: ['workbox-core', 'workbox-precaching', 'workbox-routing', 'workbox-strategies'],
    lib: 'worker',
  },
  testing: {
    // `ui` for the gallery, which shows its screens.
    imports: ['core', 'words', 'protocol', 'client', 'platform', 'state', 'ui'],
    // Two run the test model's files outside the app, as an independent witness; the last packs what is read by it.
    packages: [
      'react',
      'react-dom',
      'vitest',
      'fast-check',
      'axe-core',
      'comlink',
      'onnxruntime-web',
      '@xenova/transformers',
      '@zip.js/zip.js',
    ],
    lib: 'dom',
  },
}

/** What `src/main.tsx`, the composition root, may name. */
export const compositionRoot = {
  imports: ['core', 'words', 'client', 'platform', 'state', 'api', 'ui'],
  packages: ['react', 'react-dom'],
}
