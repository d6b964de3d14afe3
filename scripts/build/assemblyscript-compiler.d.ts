/**
 * What is used of `assemblyscript/asc`. Its own types declare AssemblyScript's globals (`i32`, `Array#at` that
 * never misses) for everything that is compiled beside them, so `tsconfig.json` points here instead.
 */
import type { CompileProblem } from './assemblyscript-problem.ts'

interface CompilerOptions {
  readFile: (name: string, baseDir: string) => Promise<string | null>
  writeFile: (name: string, contents: Uint8Array | string) => void
  listFiles: () => null
  reportDiagnostic: (problem: CompileProblem) => void
}

declare const compiler: {
  main: (args: readonly string[], options: CompilerOptions) => Promise<{ readonly error: Error | null }>
}
export default compiler
