import { compositionRoot, layers } from './layers.js'

/**
 * The layer table as settings and policies of eslint-plugin-boundaries 7. Whatever no policy allows is an
 * error, packages and Node's own modules included.
 */

/** What a test may name besides what its layer may. Tests that run in Node read fixtures with `node:fs`. */
const forTests = { imports: ['testing'], packages: ['vitest', 'fast-check', 'axe-core'] }

/** @param {readonly string[]} types */
const anyLayer = (types) => ({ element: { types: { anyOf: [...types] } } })

/** @param {readonly string[]} sources */
const anyPackage = (sources) => ({ module: { origin: 'external', source: [...sources] } })

/**
 * @param {object} from selector of the importing files
 * @param {{ imports: readonly string[], packages: readonly string[] }} allowed
 */
const allow = (from, { imports, packages }) => [
  ...(imports.length > 0 ? [{ from, allow: { to: anyLayer(imports) } }] : []),
  ...(packages.length > 0 ? [{ from, allow: { to: anyPackage(packages) } }] : []),
]

export const boundarySettings = {
  'boundaries/elements': Object.keys(layers).map((type) => ({
    type,
    pattern: `src/${type}`,
    partialMatch: false,
  })),
  'boundaries/files': [
    { category: 'composition-root', pattern: 'src/main.tsx' },
    { category: 'test', pattern: 'src/**/*.test.{ts,tsx}' },
  ],
  'boundaries/legacy-warnings': false,
}

export const boundaryOptions = {
  default: 'disallow',
  checkAllOrigins: true,
  checkUnknownLocals: true,
  message:
    '{{dependency.source}} may not be imported here, or is not there: scripts/layers/layers.js says who may import whom',
  policies: [
    ...Object.entries(layers).flatMap(([type, layer]) => allow({ element: { type } }, layer)),
    ...allow({ file: { categories: 'composition-root' } }, compositionRoot),
    ...allow({ file: { categories: 'test' } }, forTests),
    { from: { file: { categories: 'test' } }, allow: { to: { module: { origin: 'core' } } } },
  ],
}
