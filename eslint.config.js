import eslint from '@eslint/js'
import { defineConfig, globalIgnores } from 'eslint/config'
import boundaries from 'eslint-plugin-boundaries'
import jsxA11y from 'eslint-plugin-jsx-a11y'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'
import { textOfItsOwn } from './scripts/layers/text-of-its-own.js'
import { boundaryOptions, boundarySettings } from './scripts/layers/layer-policies.js'

/**
 * Every rule is an error or off, and each relaxation says why. A plugin's recommended set may hold warnings,
 * which no one reads: they become errors here.
 *
 * @param {import('eslint').Linter.RulesRecord} rules
 * @returns {import('eslint').Linter.RulesRecord}
 */
const asErrors = (rules) =>
  Object.fromEntries(
    Object.entries(rules).map(([name, entry]) => {
      const [severity, ...options] = Array.isArray(entry) ? entry : [entry]
      return [name, severity === 'off' || severity === 0 ? 'off' : ['error', ...options]]
    }),
  )

/** What a browser, a worker or Node offers and the language does not. */
const coreGlobals = [
  ...['window', 'self', 'document', 'navigator', 'location', 'process', 'Buffer', 'console'],
  ...['fetch', 'performance', 'crypto', 'localStorage', 'indexedDB', 'caches', 'OffscreenCanvas'],
  ...['setTimeout', 'setInterval', 'requestAnimationFrame', 'queueMicrotask', 'AbortController'],
]

/**
 * Parts of a browser that are absent on plain http, or throw where a person refuses all storage, whatever their types
 * say. Each has one place that knows; everybody else asks there.
 */
const secureParts = {
  message:
    'Absent on plain http or where storage is refused: ask src/platform/device/secure-parts.ts or its like.',
  globals: ['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'BroadcastChannel'],
  ofNavigator: [
    ...['locks', 'storage', 'serviceWorker', 'clipboard', 'gpu', 'deviceMemory', 'mediaDevices', 'share'],
    ...['wakeLock', 'permissions', 'credentials', 'storageBuckets'],
  ],
  places: [
    'src/platform/{clipboard,device/secure-parts,pictures/picture-inbox,site/isolation-facts,site/page-carrier,storage/{earlier-visits,history-store,word-vectors}}.ts',
    'src/protocol/{airplane-switch,join-channel}.ts',
    'src/engine/store/{folders/model-folders,store-locks,free-bytes}.ts',
    'src/engine/desk/{picture-bytes,set-locks}.ts',
    'src/ui/shell/{layout/use-stored-size,use-page-keys}.ts',
    'src/engine/pixels/create-pixel-api.ts',
    // Reached where the part that they name is known to be there: a service worker, private files, a graphics card.
    'src/sw/**',
    'src/api/hosted/relay-hosted-aborts.ts',
    'src/engine/store/pack/copy-entries.ts',
    'src/engine/ort/open-runtime.ts',
  ],
}

const tests = ['**/*.test.{ts,tsx}', 'e2e/**']

const noEnum = { selector: 'TSEnumDeclaration', message: 'Use a union of string literals.' }
const noWorker = {
  selector: ':matches(NewExpression[callee.name="Worker"], NewExpression[callee.property.name="Worker"])',
  message:
    'Workers are started in src/client/workers/spawn-worker.ts alone; take what it returns as an argument.',
}

export default defineConfig([
  // `.as.ts` is AssemblyScript: its own compiler checks it.
  globalIgnores(['dist/', '.cache/', 'test-results/', 'playwright-report/', '**/*.as.ts', 'public/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' } },
  eslint.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        // Two programs over all sources. With one for each layer's tsconfig.json, React's and the browser's types
        // are read again for each: a quarter more work. Which of them a layer may name is for `tsc -b` to say.
        // The workers' is first: the first that knows a file is asked about it.
        project: ['scripts/tsconfig.lint-workers.json', 'scripts/tsconfig.lint.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': [
        'error',
        // `typeof import('x')` is the type of a module that is loaded late.
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        // `default: assertNever(x)` is the house form; it must not hide a missing case.
        { allowDefaultCaseForExhaustiveSwitch: true, considerDefaultExhaustiveForUnions: false },
      ],
      // A number in a text is meant as it is printed.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // There is no enum: `noEnum` forbids them. A tenth of all rules’ time went into looking for them.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      // Asks for `!`, which `no-non-null-assertion` forbids.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      // `() => close()` as a handler reads better than a block.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Services are closures over their state, made by `createX`: no method of theirs has a `this` to lose.
      '@typescript-eslint/unbound-method': 'off',
      eqeqeq: 'error',
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'no-restricted-exports': [
        'error',
        { restrictDefaultExports: { direct: true, named: true, defaultFrom: true, namedFrom: true } },
      ],
      'no-restricted-syntax': ['error', noEnum, noWorker],
    },
  },
  {
    files: ['src/client/workers/spawn-worker.ts'],
    rules: { 'no-restricted-syntax': ['error', noEnum] },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { boundaries },
    settings: {
      ...boundarySettings,
      'import/resolver': { typescript: { project: 'scripts/tsconfig.lint.json' } },
    },
    rules: { 'boundaries/dependencies': ['error', boundaryOptions] },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: [...tests, ...secureParts.places, 'src/core/**', 'src/testing/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...secureParts.globals.map((name) => ({ name, message: secureParts.message })),
      ],
      'no-restricted-properties': [
        'error',
        ...['randomUUID', 'subtle'].map((property) => ({
          object: 'crypto',
          property,
          message: secureParts.message,
        })),
        ...secureParts.ofNavigator.map((property) => ({
          object: 'navigator',
          property,
          message: secureParts.message,
        })),
      ],
    },
  },
  {
    files: ['src/core/**/*.ts'],
    ignores: tests,
    rules: {
      'no-restricted-globals': [
        'error',
        ...coreGlobals.map((name) => ({
          name,
          message: 'core knows the language alone: take it as an argument.',
        })),
      ],
    },
  },
  {
    files: ['src/ui/**/*.{ts,tsx}', 'src/main.tsx'],
    extends: [jsxA11y.flatConfigs.strict, reactHooks.configs.flat['recommended-latest']],
    rules: asErrors({
      ...reactHooks.configs.flat['recommended-latest'].rules,
      // Concerns the React compiler, which this build does not run; `useVirtualizer` would trip it.
      'react-hooks/incompatible-library': 'off',
      // The text of a label may stand beside a note of its own.
      'jsx-a11y/label-has-associated-control': ['error', { depth: 3 }],
      // Does not know `aria-description`, which ARIA 1.3 allows everywhere. Axe checks the page as rendered.
      'jsx-a11y/role-supports-aria-props': 'off',
    }),
  },
  {
    files: ['src/ui/**/*.tsx'],
    ignores: tests,
    plugins: { taglens: { rules: { 'text-of-its-own': textOfItsOwn } } },
    rules: { 'taglens/text-of-its-own': 'error' },
  },
  {
    files: tests,
    rules: {
      // A value that is missing where a test expects it fails the test, which is what is wanted.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // They give up after a second, which a machine that others share may not have.
      'no-restricted-properties': [
        'error',
        ...['waitFor', 'waitUntil'].map((property) => ({
          object: 'vi',
          property,
          message: 'expect.poll waits as long as vite.config.ts says.',
        })),
      ],
    },
  },
  {
    // Tools look for a default export here, and ambient modules describe one.
    files: [
      '**/*.config.{js,ts}',
      'scripts/layers/dependency-cruiser.js',
      'scripts/verify/*-reporter.ts',
      '**/*.d.ts',
    ],
    rules: { 'no-restricted-exports': 'off' },
  },
])
