import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { ESLint } from 'eslint'
import ts from 'typescript'
import tseslint from 'typescript-eslint'
import { describe, expect, test } from 'vitest'
import { compositionRoot, layers } from './layers.js'

/** The nets under the layers are nets only while they catch: each fault is planted here and has to be found. */

const root = path.join(import.meta.dirname, '../..')
const names = Object.keys(layers)

// Without types: none of the rules asked about needs them, and a planted file is in no project.
const eslint = new ESLint({ cwd: root, overrideConfig: [tseslint.configs.disableTypeChecked] })

/** What ESLint says to `lines` in a file at `file`: rule and line of each complaint, e.g. `no-undef:1`. */
const complaints = async (
  file: string,
  lines: readonly string[],
  rules: readonly string[],
): Promise<string[]> => {
  const [result] = await eslint.lintText(lines.join('\n') + '\n', { filePath: path.join(root, file) })
  return (result?.messages ?? [])
    .filter(({ ruleId }) => ruleId === null || rules.includes(ruleId))
    .map(({ ruleId, line, message }) => `${ruleId ?? message}:${line}`)
}

const firstModule = (layer: string): string | undefined =>
  readdirSync(path.join(root, 'src', layer), { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?<!\.d|\.as|\.test)\.tsx?$/.test(file))
    .map((file) => `../${layer}/${file.replaceAll('\\', '/').replace(/\.tsx?$/, '')}`)[0]

const modulesByLayer = new Map(names.map((layer) => [layer, firstModule(layer)]))
const packages = [...new Set(Object.values(layers).flatMap((layer) => layer.packages))]
const asImports = (addresses: readonly string[]): string[] =>
  addresses.map((address) => `import '${address}'`)

describe('ESLint', () => {
  test.each(names)('%s may import the layers and packages of the table and no other', async (layer) => {
    const others = names.filter((other) => other !== layer && modulesByLayer.get(other) !== undefined)
    const { imports, packages: own } = layers[layer]!
    const allowed = [
      ...others.map((other) => imports.includes(other)),
      ...packages.map((name) => own.includes(name)),
    ]
    const lines = asImports([...others.map((other) => modulesByLayer.get(other)!), ...packages])
    const found = await complaints(`src/${layer}/planted.ts`, lines, ['boundaries/dependencies'])
    const forbidden = allowed.flatMap((isAllowed, index) =>
      isAllowed ? [] : [`boundaries/dependencies:${index + 1}`],
    )
    expect(found).toEqual(forbidden)
  })

  test.each(names)('every folder of %s is held as the layer is', async (layer) => {
    const src = path.join(root, 'src')
    const folders = readdirSync(path.join(src, layer), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    const stranger = names.find((other) => other !== layer && !layers[layer]!.imports.includes(other))!
    const target = path.join(src, layer, modulesByLayer.get(stranger)!)
    const rule = 'boundaries/dependencies'
    for (const folder of folders) {
      const address = path.relative(path.join(root, folder), target).replaceAll('\\', '/')
      expect(await complaints(`${folder}/planted.ts`, asImports([address]), [rule]), folder).toEqual([
        `${rule}:1`,
      ])
    }
  })

  test('a test of any layer may import Vitest, fast-check and Node, and still not a stranger', async () => {
    const lines = asImports(['vitest', 'fast-check', 'node:fs', 'zustand'])
    const found = await complaints('src/core/planted.test.ts', lines, ['boundaries/dependencies'])
    expect(found).toEqual(['boundaries/dependencies:4'])
  })

  test('the page does not import what is outside src', async () => {
    const lines = asImports(['./layers.js', 'node:fs'])
    const found = await complaints('src/ui/planted.ts', lines, ['boundaries/dependencies'])
    expect(found).toEqual(['boundaries/dependencies:1', 'boundaries/dependencies:2'])
  })

  test('a worker is started in client/workers/spawn-worker.ts alone', async () => {
    const lines = ['new Worker("a.js")', 'new globalThis.Worker("a.js")']
    const rule = 'no-restricted-syntax'
    expect(await complaints('src/engine/planted.ts', lines, [rule])).toEqual([`${rule}:1`, `${rule}:2`])
    expect(await complaints('src/client/workers/spawn-worker.ts', lines, [rule])).toEqual([])
  })

  test('core does not touch the page', async () => {
    const lines = ['export const title = document.title']
    const rule = 'no-restricted-globals'
    expect(await complaints('src/core/planted.ts', lines, [rule])).toEqual([`${rule}:1`])
    expect(await complaints('src/ui/planted.ts', lines, [rule])).toEqual([])
  })
})

/** The libraries' files, read once for every layer: they are most of what the compiler reads here. */
const sourceFiles = new Map<string, ts.SourceFile | undefined>()

/** Codes of the compiler's complaints about each of `codes`, as files more of a layer. */
const compilerCodes = (layer: string, codes: readonly string[]): number[][] => {
  const folder = path.join(root, 'src', layer)
  const planted = new Map(codes.map((code, i) => [path.join(folder, `planted-${i}.ts`), code]))
  const { config } = ts.readConfigFile(path.join(folder, 'tsconfig.json'), ts.sys.readFile) as {
    config: object
  }
  const { options } = ts.parseJsonConfigFileContent(
    { ...config, include: [], files: ['planted.ts'] },
    ts.sys,
    folder,
  )
  const host = ts.createCompilerHost(options)
  const read = host.getSourceFile.bind(host)
  host.getSourceFile = (name, ...rest) => {
    const code = planted.get(path.resolve(name))
    if (code !== undefined) return ts.createSourceFile(name, code, ts.ScriptTarget.ES2023)
    if (!sourceFiles.has(name)) sourceFiles.set(name, read(name, ...rest))
    return sourceFiles.get(name)
  }
  const program = ts.createProgram([...planted.keys()], options, host)
  return [...planted.keys()].map((file) =>
    program.getSemanticDiagnostics(program.getSourceFile(file)).map((diagnostic) => diagnostic.code),
  )
}

interface TsConfig {
  readonly compilerOptions: { readonly lib: readonly string[] }
  readonly references: readonly { readonly path: string }[]
}

const readTsConfig = (folder: string): TsConfig =>
  JSON.parse(readFileSync(path.join(root, folder, 'tsconfig.json'), 'utf8')) as TsConfig
const references = (folder: string): string[] =>
  readTsConfig(folder).references.map((reference) => reference.path)

describe('the compiler', () => {
  const cannotFind = [2304, 2584, 2552]

  test('core knows the language alone', () => {
    const [page, network, language] = compilerCodes('core', [
      'export const title = document.title',
      'export const answer = fetch("/")',
      'export const half = Math.sqrt(0.25)',
    ])
    expect(cannotFind).toContain(page?.[0])
    expect(cannotFind).toContain(network?.[0])
    expect(language).toEqual([])
  })

  test('the engine knows workers and no window', () => {
    const [window, worker] = compilerCodes('engine', [
      'export const width = window.innerWidth',
      'export const scope = self.crossOriginIsolated',
    ])
    expect(cannotFind).toContain(window?.[0])
    expect(worker).toEqual([])
  })

  test.each(names.filter((name) => name !== 'testing'))('%s references the layers of the table', (layer) => {
    expect(references(`src/${layer}`)).toEqual(layers[layer]!.imports.map((other) => `../${other}`))
  })

  test('the project of the tests references every layer, and the root everything', () => {
    const tested = names.filter((name) => name !== 'testing')
    expect(references('src/testing')).toEqual(tested.map((layer) => `../${layer}`))
    expect(references('src')).toEqual(compositionRoot.imports.map((layer) => `./${layer}`))
    expect(references('.')).toEqual([...names.map((layer) => `src/${layer}`), 'src', 'scripts'])
  })

  test.each(names)('%s has the library of the table', (layer) => {
    const { lib } = readTsConfig(`src/${layer}`).compilerOptions
    const kind = lib.includes('DOM') ? 'dom' : lib.includes('WebWorker') ? 'worker' : 'es'
    expect(kind).toBe(layers[layer]!.lib)
  })
})
