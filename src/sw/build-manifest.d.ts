/** A file of the build. Without a `revision` its name changes with its content. */
interface BuiltFile {
  readonly url: string
  readonly revision: string | null
  /** `sha256-` and the hash of its content in base64. */
  readonly integrity: string
}

/** The first screen's files, put here by `scripts/build/service-worker-plugin.ts`. */
declare const SHELL_FILES: readonly BuiltFile[]

/** WebAssembly, the built-in model and its samples, put here by the same. */
declare const ENGINE_FILES: readonly BuiltFile[]

/** WebAssembly for graphics cards, kept only if it is used; put here by the same. */
declare const RARE_FILES: readonly BuiltFile[]
