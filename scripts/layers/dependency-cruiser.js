import { compositionRoot, layers } from './layers.js'

/**
 * The layer table as rules of dependency-cruiser 17, and what only a view of the whole graph can tell: no
 * cycles, and what a page or a worker may never reach, however long the chain.
 */

const test = String.raw`\.test\.tsx?$`

/** @param {readonly string[]} names */
const anyOf = (names) => `(${names.map((name) => name.replaceAll('.', String.raw`\.`)).join('|')})`

/** @param {readonly string[]} names */
const insideLayers = (names) => `^src/${anyOf(names)}/`

/**
 * `package/file?url` is not resolved through the package's `exports` and so keeps its bare name; so does what
 * `resolve.alias` of vite.config.ts finds.
 */
const bareAddress = String.raw`^([^./].*\?(url|raw)|icodec/jxl-dec\.js)$`
const anyPackage = `node_modules/|${bareAddress}`

/** @param {readonly string[]} names */
const insidePackages = (names) => `(^|node_modules/)${anyOf(names)}/`

/**
 * @param {string} name
 * @param {import('dependency-cruiser').IForbiddenRuleType['from']} from
 * @param {{ own: readonly string[], imports: readonly string[], packages: readonly string[] }} allowed
 * @returns {import('dependency-cruiser').IForbiddenRuleType[]}
 */
const onlyTo = (name, from, { own, imports, packages }) => {
  const local = [...own, ...imports]
  return [
    {
      name: `${name}-imports`,
      comment: `${name} may import ${imports.join(', ') || 'no other layer'}: see scripts/layers/layers.js.`,
      severity: 'error',
      from,
      to: { path: '^src/', ...(local.length > 0 && { pathNot: insideLayers(local) }) },
    },
    {
      name: `${name}-packages`,
      comment: `${name} may import ${packages.join(', ') || 'no package'}: see scripts/layers/layers.js.`,
      severity: 'error',
      from,
      to: { path: anyPackage, ...(packages.length > 0 && { pathNot: insidePackages(packages) }) },
    },
  ]
}

/** @type {import('dependency-cruiser').IConfiguration} */
const configuration = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one idea, or hide a third: pull it out.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolvable',
      comment: 'Names a file or a package that is not there.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: bareAddress },
    },
    {
      name: 'inside-src',
      comment: 'The app does not reach into scripts, e2e or Node.',
      severity: 'error',
      from: { path: '^src/', pathNot: test },
      to: { pathNot: ['^src/', 'node_modules/', bareAddress], couldNotResolve: false },
    },
    {
      name: 'no-engine-on-the-page',
      comment: 'The page reaches the engine by URL alone: its runtime must stay out of the page.',
      severity: 'error',
      from: { path: String.raw`^src/main\.tsx$` },
      to: { path: insidePackages(['onnxruntime-web', '@xenova/transformers']), reachable: true },
    },
    {
      name: 'no-testing-shipped',
      comment: 'Fakes and fixtures never reach the page or a worker, of either kind.',
      severity: 'error',
      from: { path: String.raw`^src/(main\.tsx$|engine/|sw/)`, pathNot: test },
      to: { path: '^src/testing/', reachable: true },
    },
    {
      name: 'no-import-of-tests',
      comment: 'What two tests share belongs in src/testing.',
      severity: 'error',
      from: {},
      to: { path: test },
    },
    ...Object.entries(layers).flatMap(([name, { imports, packages }]) =>
      onlyTo(name, { path: `^src/${name}/`, pathNot: test }, { own: [name], imports, packages }),
    ),
    ...onlyTo('main', { path: String.raw`^src/main\.tsx$` }, { own: [], ...compositionRoot }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Type imports count: a type is knowledge too.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.d.ts', '.js', '.mjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'types', 'default'],
    },
  },
}

export default configuration
