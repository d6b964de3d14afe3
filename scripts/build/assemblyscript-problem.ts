import path from 'node:path'

/** What is used of a diagnostic message of the AssemblyScript compiler. */
export interface CompileProblem {
  readonly message: string
  /** `start` counts characters from the beginning of the source, whose path is relative to the base folder. */
  readonly range: {
    readonly start: number
    readonly source: { readonly normalizedPath: string } | null
  } | null
}

interface Place {
  readonly file: string
  /** From 1. */
  readonly line: number
  /** From 1. */
  readonly column: number
  /** The line's text with a caret below the column. */
  readonly frame: string
}

const positionToPlace = (file: string, text: string, start: number): Place => {
  const before = text.slice(0, start).split('\n')
  const line = before.length
  const column = (before.at(-1)?.length ?? 0) + 1
  const margin = `${line} | `
  const frame = `${margin}${text.split('\n')[line - 1] ?? ''}\n${' '.repeat(margin.length + column - 1)}^`
  return { file, line, column, frame }
}

/**
 * The error that Vite shows in the terminal and in the page's overlay: the messages of all problems, and of
 * the first with a place its file, line and frame.
 *
 * @param baseDir absolute path that the compiler's paths are relative to
 * @param textsByFile what the compiler read, by absolute path
 * @param cause the compiler's own error
 */
export const compileError = (
  baseDir: string,
  problems: readonly CompileProblem[],
  textsByFile: ReadonlyMap<string, string>,
  cause: Error | null,
): Error => {
  const places: Place[] = []
  const lines = problems.map(({ message, range }) => {
    if (!range?.source) return message
    const file = path.resolve(baseDir, range.source.normalizedPath)
    const text = textsByFile.get(file)
    if (text === undefined) return message
    const place = positionToPlace(file, text, range.start)
    places.push(place)
    return `${place.file}:${place.line}:${place.column}: ${message}`
  })
  const detail = lines.length > 0 ? lines : [cause?.message ?? 'The compiler wrote nothing.']
  const error = new Error(['AssemblyScript does not compile', ...detail].join('\n'), { cause })
  const [first] = places
  if (!first) return error
  const { file, line, column, frame } = first
  return Object.assign(error, { id: file, loc: { file, line, column }, frame })
}
