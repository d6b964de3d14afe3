import { readFile } from 'node:fs/promises'
import path from 'node:path'
import asc from 'assemblyscript/asc'
import type { Plugin } from 'vite'
import { compileError, type CompileProblem } from './assemblyscript-problem.ts'

const request = /\.as\.ts\?wasm-bytes$/

interface CompiledModule {
  readonly bytes: Uint8Array
  /** Every source that the compiler read, as absolute paths. */
  readonly sources: readonly string[]
}

/**
 * Compiles one AssemblyScript file: SIMD on, the stub runtime (memory only grows), no imports, memory exported.
 * `abort` is compiled away, so a module can be instantiated without an import object.
 *
 * @param file absolute path of the source
 * @throws a Rollup-style error with `id`, `loc` and `frame` where the source does not compile
 */
export const compileAssemblyScript = async (file: string): Promise<CompiledModule> => {
  const problems: CompileProblem[] = []
  const textsByFile = new Map<string, string>()
  let bytes: Uint8Array | undefined
  const { error } = await asc.main(
    [
      path.basename(file),
      ...['--baseDir', path.dirname(file), '--outFile', 'module.wasm'],
      ...['--optimizeLevel', '3', '--shrinkLevel', '0', '--converge', '--noAssert'],
      ...['--enable', 'simd,relaxed-simd', '--runtime', 'stub', '--use', 'abort='],
    ],
    {
      readFile: async (name, baseDir) => {
        const source = path.resolve(baseDir, name)
        const text = await readFile(source, 'utf8').catch(() => null)
        if (text !== null) textsByFile.set(source, text)
        return text
      },
      writeFile: (name, contents) => {
        if (name === 'module.wasm' && typeof contents !== 'string') bytes = contents
      },
      listFiles: () => null,
      reportDiagnostic: (problem) => problems.push(problem),
    },
  )
  if (error || !bytes) throw compileError(path.dirname(file), problems, textsByFile, error)
  return { bytes, sources: [...textsByFile.keys()] }
}

/**
 * Turns `import bytes from './kernel.as.ts?wasm-bytes'` into the compiled module as a `Uint8Array`. The bytes
 * are inlined as base64: a kernel is a few kilobytes, and a worker then needs no second request to start.
 * Add it to `worker.plugins` as well, since workers are bundled apart.
 */
export const assemblyScript = (): Plugin => ({
  name: 'taglens:assemblyscript',
  enforce: 'pre',
  load: {
    filter: { id: request },
    async handler(id) {
      const file = id.replace(/\?.*$/, '')
      const { bytes, sources } = await compileAssemblyScript(file)
      for (const source of sources) this.addWatchFile(source)
      const base64 = Buffer.from(bytes).toString('base64')
      return {
        code: `export default /* @__PURE__ */ Uint8Array.from(/* @__PURE__ */ atob('${base64}'), (c) => c.charCodeAt(0))\n`,
        moduleType: 'js',
        moduleSideEffects: false,
        map: null,
      }
    },
  },
})
